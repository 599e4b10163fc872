import { toAsciiLowerCase } from '../../../schema/model/ascii-case.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import { foldText, NUMBER_RUN, toDigits } from '../../../schema/model/fold-text.ts';
import { parseSearchPath, searchColumns } from '../../../schema/search/search-fields.ts';
import { foldedWords } from '../../../schema/search/search-index.ts';
import type { Fields } from './rows.ts';

/** Words of a folded text: letters and digits with their marks, as the tokenizer of the search index sees them. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Longest number in digits that is compared as a number; E.164 allows 15. */
const NUMBER_LENGTH_MAX = 15;

/** Shortest number that is more than a word. */
const NUMBER_LENGTH_MIN = 5;

/**
 * The foldings that a row keeps as `folded` in its body, where SQL cannot make them: SQLite only knows the case of ASCII
 * letters, and the tokenizer of the search index only accents. No response shows them, and no digest includes them.
 *
 * - For each column with `folded`, the folded text if it differs from the text in lower case.
 * - For each column of the search index, words that the tokenizer would not find in the texts: `lodz` for `Łódź`,
 *   `02079460958` for `+44 20 7946 0958`, `nr13qt` for `NR1 3QT`.
 *
 * @returns Empty when there is nothing to keep, as for most rows.
 */
export function foldedOf(table: Table, fields: Fields): { readonly folded?: Fields } {
  const folded: Record<string, string> = {};
  for (const { path } of table.columns.filter((column) => column.folded)) {
    const text = fields[path];
    if (typeof text === 'string' && foldText(text) !== toAsciiLowerCase(text)) folded[path] = foldText(text);
  }
  for (const column of searchColumns) {
    const words = new Set((table.search?.[column] ?? []).flatMap((path) => wordsToAdd(fields, path)));
    if (words.size > 0) folded[foldedWords(column)] = [...words].join(' ');
  }
  return Object.keys(folded).length === 0 ? {} : { folded };
}

/** A folded text as the search index holds it: composed, because its tokenizer splits words at most marks. */
export function toIndexed(folded: string): string {
  return folded.normalize('NFC');
}

/** The number that a run of digits and separators stands for; undefined if it is too short or too long for one. */
export function numberOf(run: string): string | undefined {
  const digits = toDigits(run);
  return digits.length >= NUMBER_LENGTH_MIN && digits.length <= NUMBER_LENGTH_MAX ? digits : undefined;
}

function wordsToAdd(fields: Fields, path: string): readonly string[] {
  return textsAt(fields, path).flatMap((text) => {
    const folded = foldText(text);
    const words = folded.match(WORD) ?? [];
    const numbers = (folded.match(NUMBER_RUN) ?? []).flatMap((run) => numberOf(run) ?? []);
    const together = path.endsWith('.postcode') ? [folded.replaceAll(' ', '')] : [];
    const known = new Set((text.match(WORD) ?? []).map(tokenOf));
    return [...words, ...numbers, ...together].map(toIndexed).filter((word) => !known.has(word));
  });
}

/** A word as the tokenizer of the index makes it, for Latin letters with accents; other words in lower case. */
function tokenOf(word: string): string {
  const plain = word.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');
  return (/^[\w]+$/.test(plain) ? plain : word).toLowerCase();
}

function textsAt(fields: Fields, path: string): readonly string[] {
  const parsed = parseSearchPath(path);
  if (parsed === undefined) return [];
  const value = fields[parsed.field];
  const items = parsed.isList ? (Array.isArray(value) ? value : []) : [value];
  const { member } = parsed;
  return items
    .map((item) => (member === undefined ? item : (item as Fields | null)?.[member]))
    .filter((text) => typeof text === 'string');
}
