import { foldText, locateFolded, toDigits } from '../../../schema/model/fold-text.ts';
import type { Fields } from '../../http/collection/rows.ts';

/** Shorter words are too common to identify a person. */
const WORD_LENGTH_MIN = 3;

/** A telephone number with fewer digits is any number. */
const DIGITS_MIN = 5;

/** What stands between the parts of a name, or the groups of a number. */
const BETWEEN = '[\\s\\p{P}\\p{S}]{1,3}';
const WITHIN = '[\\s\\p{P}\\p{S}]{0,3}';

/** Initials of middle names. */
const INITIALS = `(?:\\p{L}${BETWEEN}){0,2}`;

/** Finds and removes a client's names in texts that stay. */
export interface PersonWords {
  readonly isNamedIn: (text: string) => boolean;
  /** The value with every full name, address and number of the client replaced in its texts. */
  readonly redact: (value: unknown) => unknown;
}

/** The words that can name a client in a text, however they are typed there: see `foldText()`. */
export function wordsOf(client: Fields): PersonWords {
  const { firstName, lastName, title, reference, email, nationalInsuranceNumber, phones } = client;
  const [first, last] = [toName(firstName), toName(lastName)];
  const numbers = Array.isArray(phones) ? phones.map((phone: { number?: unknown }) => phone.number) : [];
  // A last name alone stays: another person, such as a spouse, may have it, and it may be a common word.
  const unmistakable = [
    ...(first && last ? fullNames(first, last, String(firstName)).map(asName) : []),
    ...(last && toName(title) ? [asName(`${toName(title)}${BETWEEN}${last}`)] : []),
    ...[
      ...[reference, email].filter(isWord).map(toName),
      ...(isWord(nationalInsuranceNumber) ? [inGroups(foldText(nationalInsuranceNumber))] : []),
      ...numbers.filter(isWord).map(toTelephone),
    ].flatMap(asWord),
  ];
  const replaced = toPattern(unmistakable);
  const all = toPattern([
    ...unmistakable,
    ...[firstName, lastName].filter(isWord).map(toName).flatMap(asWord),
  ]);
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string') return replaceFolded(value, replaced);
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, redact(member)]));
  };
  return { isNamedIn: (text) => all !== undefined && locateFolded(text).text.search(all) !== -1, redact };
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim().length >= WORD_LENGTH_MIN;
}

/** A pattern for one name, whose apostrophes, hyphens and spaces may be others or missing; empty for no text. */
function toName(value: unknown): string {
  const parts = typeof value === 'string' ? foldText(value).split(/[\s\p{P}]+/u) : [];
  return parts
    .filter((part) => part !== '')
    .map(escapeText)
    .join(WITHIN);
}

/**
 * `Margaret Holloway`, `Holloway, Margaret`, `M. Holloway`, these with initials of middle names, and the `Margaret` of
 * `Margaret and Tom Holloway`.
 */
function fullNames(first: string, last: string, firstName: string): readonly string[] {
  const [initial = ''] = foldText(firstName);
  return [
    `${first}${BETWEEN}${INITIALS}${last}`,
    `${last}${BETWEEN}${first}`,
    `${first}(?=\\s+(?:&|\\+|and|und|et|y)\\s+[\\p{L}\\p{M}'-]+${BETWEEN}${last}(?![\\p{L}\\p{N}]))`,
    ...(/\p{L}/u.test(initial) ? [`${initial}${BETWEEN}${INITIALS}${last}`] : []),
  ];
}

/** A pattern for a name that digits may touch, as in the file name `Margaret Holloway2.pdf`. */
function asName(pattern: string): string {
  return `(?<!\\p{L})${pattern}(?!\\p{L})`;
}

/** A pattern for a whole word. None for the empty pattern of a text without letters and digits, which is in every text. */
function asWord(pattern: string): readonly string[] {
  return pattern === '' ? [] : [`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`];
}

/** A pattern for characters that may be typed in groups. */
function inGroups(folded: string): string {
  return [...folded].map(escapeText).join(WITHIN);
}

/** A pattern for a telephone number in any groups, a British one with or without its country; empty for too few digits. */
function toTelephone(number: string): string {
  const digits = toDigits(foldText(number));
  if (digits.length < DIGITS_MIN) return '';
  if (!digits.startsWith('0')) return `(?:(?:\\+|00)${WITHIN})?${inGroups(digits)}`;
  return `(?:(?:(?:\\+|00)${WITHIN})?44${WITHIN}(?:0${WITHIN})?|0${WITHIN})${inGroups(digits.slice(1))}`;
}

function toPattern(patterns: readonly string[]): RegExp | undefined {
  if (patterns.length === 0) return undefined;
  const longestFirst = [...new Set(patterns)].sort((left, right) => right.length - left.length);
  return new RegExp(longestFirst.join('|'), 'gu');
}

function escapeText(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** The text with each match of its folding replaced. */
function replaceFolded(text: string, pattern: RegExp | undefined): string {
  if (pattern === undefined) return text;
  const folded = locateFolded(text);
  let kept = '';
  let from = 0;
  for (const { 0: match, index } of folded.text.matchAll(pattern)) {
    const { start, end } = folded.source(index, index + match.length);
    kept += `${text.slice(from, start)}[erased]`;
    from = end;
  }
  return kept + text.slice(from);
}
