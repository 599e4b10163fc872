/**
 * Text that a spreadsheet would run as a formula, with optional leading apostrophes. Fullwidth forms count, because some
 * spreadsheets read them like the ASCII ones.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Prefixes text that a spreadsheet would run as a formula with an apostrophe, which marks it as text. */
export function guardText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Removes the apostrophe that `guardText()` added; other text is unchanged. */
export function unguardText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** A value as a cell: empty for undefined, text guarded, numbers and booleans unchanged, lists and objects as JSON. */
export function toCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return guardText(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** One line of CSV (RFC 4180), with its line break. */
export function toCsvLine(cells: readonly string[]): string {
  const line = cells.map((cell) =>
    /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  // A single empty cell is quoted, because it would look like a blank line.
  return `${line.length === 1 && line[0] === '' ? '""' : line.join(',')}\r\n`;
}
