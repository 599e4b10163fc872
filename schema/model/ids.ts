/** Crockford's base 32 in lower case: without i, l, o and u, in ASCII order. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

const timeLength = 10;
const randomLength = 16;
const timeMsMax = 2 ** 48 - 1;

/**
 * Makes an id such as `cli-01kdw5h80c0000000000000000`: a prefix for the kind of row, then a ULID in lower case.
 * The separator is a hyphen because bucket and host names do not allow underscores.
 *
 * @param nowMs Creation time in milliseconds since 1970; ids sort by it.
 * @param random 16 bytes, of which the low five bits are used. Default: from the platform's secure source.
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

/** A lower bound of the ids made at this time or later, greater than every earlier id. */
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

/** Whether a value is an id with this prefix. The first character of a ULID is at most 7, because its time has 48 bits. */
export function isId(prefix: string, value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.startsWith(`${prefix}-`) &&
    /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(value.slice(prefix.length + 1))
  );
}
