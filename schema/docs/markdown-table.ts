/** Writes a Markdown table with aligned columns, in the formatter's layout. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, at) =>
    Math.max(3, ...[header, ...rows].map((row) => [...(row[at] ?? title)].length)),
  );
  const toLine = (row: readonly string[]) =>
    `| ${row.map((cell, at) => pad(cell, widths[at] ?? 0)).join(' | ')} |`;
  return [toLine(header), toLine(widths.map((width) => '-'.repeat(width))), ...rows.map(toLine)].join('\n');
}

/** Pads a cell with spaces; counts characters, not UTF-16 units. */
function pad(cell: string, width: number): string {
  return cell + ' '.repeat(width - [...cell].length);
}
