import { kindToken } from '../../../schema/search/search-index.ts';

/** Maximum words of a search. All must match, so more words would only make it slower. */
export const WORDS_MAX = 8;

/** A last word of one letter is not a prefix, because half of all rows have a word that starts with it. */
const PREFIX_LENGTH_MIN = 2;

/**
 * Words as the index's tokenizer sees them: letters and digits with combining marks. Private use characters are letters
 * to the tokenizer but excluded here, because the index uses them for its own tokens.
 */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** A word of a text and its range in UTF-16 code units. */
export interface Word {
  /** Lower case, without accents. */
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

/** The words of a search: a row must have all of them, the last one possibly as a prefix. */
export interface SearchWords {
  readonly whole: readonly string[];
  readonly prefix: string | undefined;
}

/** Parses the words of a search; undefined when there are none, or more than `WORDS_MAX`. */
export function parseSearchWords(text: string): SearchWords | undefined {
  const words = text.match(WORD) ?? [];
  const last = words.at(-1);
  if (last === undefined || words.length > WORDS_MAX) return undefined;
  return [...fold(last)].length < PREFIX_LENGTH_MIN
    ? { whole: words, prefix: undefined }
    : { whole: words.slice(0, -1), prefix: last };
}

/**
 * The search as an FTS5 expression: every word, the last one whole or as a prefix. Words consist of letters, digits and
 * marks and are quoted, so a caller's input is never interpreted as syntax.
 */
export function toMatchExpression({ whole, prefix }: SearchWords): string {
  return [...whole.map(quote), ...beginning(prefix)].join(' AND ');
}

/** An FTS5 expression for rows with one of the words in their name. */
export function toNameExpression({ whole, prefix }: SearchWords): string {
  const words = whole.map(quote);
  return [...words, `({name} : (${[...words, ...beginning(prefix)].join(' OR ')}))`].join(' AND ');
}

/** One FTS5 expression for each word, without prefixes. */
export function toWordExpressions({ whole, prefix }: SearchWords): readonly string[] {
  return [...whole, ...(prefix === undefined ? [] : [prefix])].map(quote);
}

/** The search with the last word as a whole word only. */
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

/** The words of a text that match the search. */
export function findMatches(text: string, { whole, prefix }: SearchWords): readonly Word[] {
  const wanted = new Set(whole.map(fold));
  const beginning = prefix === undefined ? undefined : fold(prefix);
  return wordsOf(text).filter(
    ({ folded }) => wanted.has(folded) || (beginning !== undefined && folded.startsWith(beginning)),
  );
}

/** A word in lower case without accents. */
function fold(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
