/** Writes a Markdown table with its columns aligned, as the formatter keeps them. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, at) =>
    Math.max(3, ...[header, ...rows].map((row) => [...(row[at] ?? title)].length)),
  );
  const toLine = (row: readonly string[]) =>
    `| ${row.map((cell, at) => pad(cell, widths[at] ?? 0)).join(' | ')} |`;
  return [toLine(header), toLine(widths.map((width) => '-'.repeat(width))), ...rows.map(toLine)].join('\n');
}

/** Fills a cell with spaces, counting characters and not UTF-16 units. */
function pad(cell: string, width: number): string {
  return cell + ' '.repeat(width - [...cell].length);
}
