/**
 * Characters that cannot be seen: zero-width spaces, direction marks, byte order marks, soft hyphens, fillers. They come
 * with text that is copied from a web page, a PDF or the contacts of a phone.
 */
export const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/gu;

/** Joiners that a script needs within a word (Persian, Hindi), and the parts of an emoji. */
const NEEDED = new RegExp(
  [
    // A joiner between letters of a script that has them, or between the pictures of one emoji.
    String.raw`(?<=[\p{L}\p{M}])(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200c\u200d](?=[\p{L}\p{M}])`,
    String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})`,
    // Variation selectors of a visible character, and the flags of England, Scotland and Wales.
    String.raw`(?<=[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Mongolian}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u180b-\u180d\u180f]`,
    // Those flags alone: a longer run of tags could hide a text, and a look behind any run takes time by its square.
    String.raw`(?<=\u{1f3f4})\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}`,
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
  let kept = '';
  let from = 0;
  for (const { 0: needed, index } of text.matchAll(NEEDED)) {
    kept += text.slice(from, index).replaceAll(INVISIBLE, '') + needed;
    from = index + needed.length;
  }
  return kept + text.slice(from).replaceAll(INVISIBLE, '');
}

/** Longest text that can be a number as people write it, in UTF-16 units, with what cannot be seen. */
const numberLengthMax = 200;

/**
 * A number as people write it: digits, signs and spaces in their usual form, without what cannot be seen. A longer text
 * than any number is returned unchanged, because normalizing takes time by the square of its combining marks.
 */
export function plainNumber(text: string): string {
  if (text.length > numberLengthMax) return text;
  return text
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
