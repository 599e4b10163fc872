/** Crockford's base 32 in lower case: no i, l, o or u, and in the order of the ASCII codes. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

const timeLength = 10;
const randomLength = 16;
const timeMsMax = 2 ** 48 - 1;

/**
 * Makes an id such as `cli-01kdw5h80c0000000000000000`: what it names, then a ULID in lower case.
 * A hyphen joins them because bucket names and host names allow no underscore.
 *
 * @param nowMs Time of birth in milliseconds since 1970; ids sort by it.
 * @param random 16 bytes of which the low five bits of each are used. Default: from the platform's secure source.
 */
export function newId(
  prefix: string,
  nowMs: number,
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(randomLength)),
): string {
  if (!Number.isInteger(nowMs) || nowMs < 0 || nowMs > timeMsMax) {
    throw new Error(`an id needs a time in whole milliseconds since 1970, not ${nowMs}`);
  }
  let tail = '';
  for (const byte of random.subarray(0, randomLength)) {
    tail += alphabet.charAt(byte % 32);
  }
  return `${prefix}-${timeInId(nowMs)}${tail}`;
}

/** What precedes every id that was made at this time or later, and follows every earlier one. */
export function idsFrom(prefix: string, timeMs: number): string {
  return `${prefix}-${timeInId(Math.min(Math.max(timeMs, 0), timeMsMax))}`;
}

function timeInId(timeMs: number): string {
  let time = '';
  for (let rest = timeMs; time.length < timeLength; rest = Math.floor(rest / 32)) {
    time = alphabet.charAt(rest % 32) + time;
  }
  return time;
}

/** Asks whether a value is an id with this prefix. The first character of a ULID is 7 at most: its time has 48 bits. */
export function isId(prefix: string, value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.startsWith(`${prefix}-`) &&
    /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(value.slice(prefix.length + 1))
  );
}
