import { toAsciiLowerCase } from './ascii-case.ts';
import { stripInvisible } from './invisible.ts';

/** RFC 5321 §4.5.3.1.3: the longest address that mail can be sent to. */
export const emailLengthMax = 254;

/** Local part by RFC 6531 without quotes, and a domain in ASCII, internationalized ones as `xn--…`. */
export const emailForm =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}$/u;

/** Scripts with letters that look like each other's: `а` of Cyrillic, `α` of Greek, `a` of Latin. */
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/**
 * The one form in which an e-mail address is stored and compared: trimmed, the letters A to Z in lower case. Only ASCII
 * is folded, because the verified owner of an address accepts the invitation that was sent to it.
 *
 * @returns Undefined for text that is not an address, or that could be taken for another one: not in NFC, with
 *   compatibility characters (UAX #15, NFKC), with letters that cannot be seen (the fillers of Hangul), or with letters
 *   of scripts that look alike (UTS #39 §5.1).
 */
export function toEmailAddress(text: string): string | undefined {
  const address = toAsciiLowerCase(text.trim());
  if (address.length > emailLengthMax || !emailForm.test(address)) return undefined;
  if (address.normalize('NFKC') !== address || stripInvisible(address) !== address) return undefined;
  return scripts.filter((script) => script.test(address.split('@')[0] ?? '')).length > 1
    ? undefined
    : address;
}
