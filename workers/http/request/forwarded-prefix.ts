/** Path in front of an API, as a proxy says it: `/a/harbour`. Labels of letters, digits, `-`, `_` and `~`, no dots. */
const PREFIX = /^(?:\/[A-Za-z0-9_~-]{1,63}){1,4}$/;

/**
 * The path in front of this API where its caller sees it, from the header that the platform sets. It goes into nothing
 * but the `instance` of the caller's own problem documents, so that one who makes the header up misleads themself alone.
 *
 * @returns Nothing without the header, and for whatever is no plain path.
 */
export function forwardedPrefix(headers: Headers): string {
  const prefix = headers.get('x-forwarded-prefix') ?? '';
  return PREFIX.test(prefix) ? prefix : '';
}
