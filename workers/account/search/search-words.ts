import { kindToken } from '../../../schema/search/search-index.ts';

/** Words of one search. More would only make it slower: every one must be found. */
export const WORDS_MAX = 8;

/** A last word of one letter is looked for as it is: half of all rows have a word that begins with it. */
const PREFIX_LENGTH_MIN = 2;

/**
 * Words as the index's tokenizer sees them: letters, digits and the marks upon them. Characters of private use are
 * letters to it too and are left out here, since tokens that begin with one are the index's own.
 */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** A word of a text and where it stands, in UTF-16 code units. */
export interface Word {
  /** Without case and accents. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, in order. */
function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    folded: fold(word),
    start: index,
    end: index + word.length,
  }));
}

/** What somebody looks for: every word must be in a row, the last one may go on. */
export interface SearchWords {
  readonly whole: readonly string[];
  readonly prefix: string | undefined;
}

/** Reads the words of a search; undefined when there is none, or more than `WORDS_MAX`. */
export function parseSearchWords(text: string): SearchWords | undefined {
  const words = text.match(WORD) ?? [];
  const last = words.at(-1);
  if (last === undefined || words.length > WORDS_MAX) return undefined;
  return [...fold(last)].length < PREFIX_LENGTH_MIN
    ? { whole: words, prefix: undefined }
    : { whole: words.slice(0, -1), prefix: last };
}

/**
 * The search as an expression of FTS5: every word, the last one whole or as the beginning of another. Words are
 * letters, digits and marks alone and stand in quotes, so nothing that a caller sends is ever syntax.
 */
export function toMatchExpression({ whole, prefix }: SearchWords): string {
  return [...whole.map(quote), ...beginning(prefix)].join(' AND ');
}

/** The same, of the rows that have one of the words in what they are called. */
export function toNameExpression({ whole, prefix }: SearchWords): string {
  const words = whole.map(quote);
  return [...words, `({name} : (${[...words, ...beginning(prefix)].join(' OR ')}))`].join(' AND ');
}

/** Each word as it was typed, an expression of its own. */
export function toWordExpressions({ whole, prefix }: SearchWords): readonly string[] {
  return [...whole, ...(prefix === undefined ? [] : [prefix])].map(quote);
}

/** The search without words that only begin with the last one. */
export function withoutPrefix({ whole, prefix }: SearchWords): SearchWords {
  return { whole: prefix === undefined ? whole : [...whole, prefix], prefix: undefined };
}

function beginning(prefix: string | undefined): readonly string[] {
  return prefix === undefined ? [] : [`${quote(prefix)}*`];
}

function quote(word: string): string {
  return `"${word}"`;
}

/** An expression that no row matches. */
export const MATCHES_NOTHING = `"${kindToken('')}"`;

/** Says which words of a text are among those looked for. */
export function findMatches(text: string, { whole, prefix }: SearchWords): readonly Word[] {
  const wanted = new Set(whole.map(fold));
  const beginning = prefix === undefined ? undefined : fold(prefix);
  return wordsOf(text).filter(
    ({ folded }) => wanted.has(folded) || (beginning !== undefined && folded.startsWith(beginning)),
  );
}

/** A word without case and accents. */
function fold(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
