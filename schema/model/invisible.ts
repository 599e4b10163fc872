/**
 * Characters that cannot be seen: zero-width spaces, direction marks, byte order marks, soft hyphens, fillers. They come
 * with text that is copied from a web page, a PDF or the contacts of a phone.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/gu;

/** Joiners that a script needs within a word (Persian, Hindi), and the parts of an emoji. */
const NEEDED = new RegExp(
  [
    // A joiner between letters of a script that has them, or between the pictures of one emoji.
    String.raw`(?<=[\p{L}\p{M}])(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200c\u200d](?=[\p{L}\p{M}])`,
    String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})`,
    // Variation selectors of a visible character, and the flags of England, Scotland and Wales.
    String.raw`(?<=[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Mongolian}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u180b-\u180d\u180f]`,
    String.raw`(?<=\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}]`,
  ].join('|'),
  'gu',
);

/**
 * The text without what cannot be seen. Joiners stay where a word or an emoji consists of them.
 *
 * @returns An empty text if nothing of it can be seen.
 */
export function stripInvisible(text: string): string {
  if (text.search(INVISIBLE) === -1) return text;
  if (!/[^\p{Z}\p{C}]/u.test(text.replaceAll(INVISIBLE, ''))) return '';
  const needed = new Set(Array.from(text.matchAll(NEEDED), ({ index }) => index));
  return text.replaceAll(INVISIBLE, (character, index: number) => (needed.has(index) ? character : ''));
}

/** A number as people write it: digits, signs and spaces in their usual form, without what cannot be seen. */
export function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
