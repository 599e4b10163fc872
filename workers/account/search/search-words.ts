import { locateFolded, NUMBER_RUN } from '../../../schema/model/fold-text.ts';
import { kindToken } from '../../../schema/search/search-index.ts';
import { numberOf, toIndexed, WORD } from '../../http/collection/folded-fields.ts';

/** Maximum words of a search. All must match, so more words would only make it slower. */
export const WORDS_MAX = 8;

/** A last word of one letter is not a prefix, because half of all rows have a word that starts with it. */
const PREFIX_LENGTH_MIN = 2;

/** A text of at most this length may be found without its spaces, as postcodes are. */
const POSTCODE_LENGTH_MAX = 12;

/** A word of a text and its range in UTF-16 code units. */
export interface Word {
  /** As `foldText()` writes it; of a number in groups, its digits. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** A word of a search. */
export interface SearchWord {
  /** Folded. */
  readonly text: string;
  /** The groups in which a number was typed: a row may have them as words, in other groups, or together. */
  readonly groups?: readonly string[];
}

/** The words of a search: a row must have all of them, the last one possibly as a prefix. */
export interface SearchWords {
  readonly whole: readonly SearchWord[];
  readonly prefix: SearchWord | undefined;
}

/** Parses the words of a search; undefined when there are none, or more than `WORDS_MAX`. */
export function parseSearchWords(text: string): SearchWords | undefined {
  const words = wordsOfSearch(locateFolded(text).text);
  const last = words.at(-1);
  if (last === undefined || words.length > WORDS_MAX) return undefined;
  return [...last.text].length < PREFIX_LENGTH_MIN
    ? { whole: words, prefix: undefined }
    : { whole: words.slice(0, -1), prefix: last };
}

/** The words of a folded text, with each number in groups as one word. */
function wordsOfSearch(folded: string): readonly SearchWord[] {
  const words: SearchWord[] = [];
  const add = (part: string) => words.push(...(part.match(WORD) ?? []).map((text) => ({ text })));
  let from = 0;
  for (const { 0: run, index } of folded.matchAll(NUMBER_RUN)) {
    const text = numberOf(run);
    if (text === undefined || text === run) continue;
    add(folded.slice(from, index));
    words.push({ text, groups: run.match(/\d+/g) ?? [] });
    from = index + run.length;
  }
  add(folded.slice(from));
  return words;
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

function beginning(prefix: SearchWord | undefined): readonly string[] {
  return prefix === undefined ? [] : [expression(prefix, '*')];
}

function quote(word: SearchWord): string {
  return expression(word, '');
}

/** @param ending `*` for a word that may continue. */
function expression({ text, groups }: SearchWord, ending: string): string {
  const whole = `"${toIndexed(text)}"${ending}`;
  if (groups === undefined) return whole;
  const typed = groups.map((group, at) => `"${group}"${at === groups.length - 1 ? ending : ''}`);
  return `(${whole} OR (${typed.join(' AND ')}))`;
}

/** An expression that no row matches. */
export const MATCHES_NOTHING = `"${kindToken('')}"`;

/** The words and numbers of a text that match the search, in order and without overlaps. */
export function findMatches(text: string, { whole, prefix }: SearchWords): readonly Word[] {
  const wanted = new Set(whole.flatMap(partsOf));
  const beginnings = prefix === undefined ? [] : partsOf(prefix);
  const isFound = ({ folded }: Word) =>
    wanted.has(folded) || beginnings.some((beginning) => folded.startsWith(beginning));
  const { numbers, words } = wordsOf(text);
  const found = numbers.filter(isFound);
  const isFree = (word: Word) => !found.some(({ start, end }) => word.start < end && word.end > start);
  return [...found, ...words.filter((word) => isFound(word) && isFree(word))].sort(
    (left, right) => left.start - right.start,
  );
}

function partsOf({ text, groups = [] }: SearchWord): readonly string[] {
  return [text, ...groups];
}

function wordsOf(text: string): { readonly numbers: readonly Word[]; readonly words: readonly Word[] } {
  const { text: folded, source } = locateFolded(text);
  const at = (word: string, index: number, length: number): Word => ({
    folded: word,
    ...source(index, index + length),
  });
  const numbers = Array.from(folded.matchAll(NUMBER_RUN), ({ 0: run, index }) => {
    const number = numberOf(run);
    return number === undefined ? [] : [at(number, index, run.length)];
  });
  const isCode = folded.length <= POSTCODE_LENGTH_MAX && folded.includes(' ');
  return {
    numbers: [...numbers.flat(), ...(isCode ? [at(folded.replaceAll(' ', ''), 0, folded.length)] : [])],
    words: Array.from(folded.matchAll(WORD), ({ 0: word, index }) => at(word, index, word.length)),
  };
}
