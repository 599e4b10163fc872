/**
 * What a spreadsheet takes for a formula, with the apostrophes that may stand before it. The wide forms count: some
 * spreadsheets read them as the narrow ones.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula; spreadsheets take it for "this is text". */
export function guardText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `guardText()` away; any other text stays as it is. */
export function unguardText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** A value as a cell: nothing for none, text guarded, numbers and booleans as they are, lists and objects as JSON. */
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
  // A single empty cell would look like a blank line.
  return `${line.length === 1 && line[0] === '' ? '""' : line.join(',')}\r\n`;
}
