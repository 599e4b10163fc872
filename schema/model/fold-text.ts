import { INVISIBLE } from './invisible.ts';

/**
 * One folding for every comparison of what people typed: erasure, subject export, likely duplicates, list filters on
 * names, and search. Two texts with the same folding mean the same: `O’Hara` and `O'Hara`, `Ní` in either Unicode form,
 * `Łódź` and `Lodz`.
 */

/** What keyboards, phones and word processors insert for an apostrophe. */
const APOSTROPHE = /['‘’‛ʹʻʼʽˈ`´′‵＇᾽᾿]/u;

const DASH = /[\p{Pd}\u2212]/u;

/** Accents, and vowel signs that Hebrew and Arabic writers may leave out. Marks that other scripts need stay. */
const ACCENT =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: these are ranges of marks alone.
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

/** Letters that Unicode does not decompose, as people without them on their keyboard write them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ħ: 'h',
    ŧ: 't',
    ı: 'i',
    ȷ: 'j',
    ŋ: 'n',
    ĸ: 'k',
    ƶ: 'z',
    ɨ: 'i',
    ſ: 's',
  },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ƀ: 'b', ǥ: 'g', ɉ: 'j', ɇ: 'e', ⱥ: 'a', ɫ: 'l', ʉ: 'u', ς: 'σ' },
};

const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** A character with the marks and invisible characters that follow it. */
const CLUSTER = /[^\p{M}][\p{M}\p{Default_Ignorable_Code_Point}]*|[\p{M}]+/gu;

/** A folded text, and where each of its UTF-16 units comes from. */
export interface FoldedText {
  readonly text: string;
  /** The part of the original text from which the units from `start` to `end` (exclusive) come. */
  readonly source: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** The folding of a text, with its white space reduced to single spaces. */
export function foldText(text: string): string {
  if (/^[ -_a-~]*$/.test(text)) return text.toLowerCase().replaceAll(/ +/g, ' ').trim(); // ASCII, as most texts are.
  return locateFolded(text).text.replaceAll(/\s+/gu, ' ').trim();
}

/** The folding of a text that is to be changed or marked. Its white space keeps its length. */
export function locateFolded(original: string): FoldedText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII without the grave accent keeps its positions.
  if (/^[\u0000-_a-\u007f]*$/.test(original))
    return { text: original.toLowerCase(), source: (start, end) => ({ start, end }) };
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const folded = foldCluster(cluster);
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return {
    text,
    source: (start, end) => ({ start: starts[start] ?? original.length, end: ends[end - 1] ?? 0 }),
  };
}

function foldCluster(cluster: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the usual case, and has nothing to decompose.
  if (/^[\u0000-\u007f]$/.test(cluster)) return cluster === '`' ? "'" : cluster.toLowerCase();
  const [first = ''] = cluster;
  if (APOSTROPHE.test(first)) return "'";
  if (DASH.test(first)) return '-';
  return cluster
    .normalize('NFKD')
    .replaceAll(INVISIBLE, '')
    .replaceAll(ACCENT, '')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(ACCENT, '')
    .replaceAll(LETTER, (letter) => LETTERS[letter] ?? letter);
}

/** A telephone number, or another number in groups, within folded text. */
export const NUMBER_RUN = /(?<![\p{L}\p{N}])[+(]{0,2}\d[\d\s().\-/]{3,28}\d(?![\p{L}\p{N}])/gu;

/**
 * The digits of a number, of a British telephone number in national form: `+44 (0)20 7946 0958`, `0044 20…` and
 * `020 7946 0958` are all `02079460958`.
 *
 * @param run Folded text.
 */
export function toDigits(run: string): string {
  const digits = run.replaceAll(/\D/g, '');
  const isInternational = /^[\s(]*\+/.test(run);
  const abroad = isInternational ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
  if (abroad === undefined) return /^44[1-9]\d{9}$/.test(digits) ? `0${digits.slice(2)}` : digits;
  return abroad.startsWith('44') ? `0${abroad.slice(2).replace(/^0/, '')}` : abroad;
}
