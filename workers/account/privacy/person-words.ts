import type { Fields } from '../../http/collection/rows.ts';

/** Shorter words are too common to identify a person. */
const WORD_LENGTH_MIN = 3;

/** Finds and removes a client's names in texts that stay. */
export interface PersonWords {
  readonly isNamedIn: (text: string) => boolean;
  /** The value with every full name, address and number of the client replaced in its texts. */
  readonly redact: (value: unknown) => unknown;
}

/** The words that can name a client in a text. */
export function wordsOf(client: Fields): PersonWords {
  const { firstName, lastName, title, reference, email, nationalInsuranceNumber, phones } = client;
  const full = [firstName, lastName].filter(isWord).join(' ');
  const formal = [title, lastName].filter(isWord).join(' ');
  const numbers = Array.isArray(phones) ? phones.map((phone: { number?: unknown }) => phone.number) : [];
  const unmistakable = [full, formal, reference, email, nationalInsuranceNumber, ...numbers].filter(isWord);
  const all = toPattern([...unmistakable, firstName, lastName].filter(isWord));
  // A last name alone stays: another person, such as a spouse, may have it, and it may be a common word.
  const replaced = toPattern(unmistakable.filter((word) => word !== lastName && word !== firstName));
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string')
      return replaced === undefined ? value : value.replaceAll(replaced, '[erased]');
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, redact(member)]));
  };
  return { isNamedIn: (text) => all !== undefined && text.search(all) !== -1, redact };
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim().length >= WORD_LENGTH_MIN;
}

function toPattern(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const longestFirst = [...new Set(words)].sort((left, right) => right.length - left.length);
  const escaped = longestFirst.map((word) =>
    word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
