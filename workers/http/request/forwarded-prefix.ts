/** A path prefix set by a proxy: `/a/harbour`. Segments of letters, digits, `-`, `_` and `~`, without dots. */
const PREFIX = /^(?:\/[A-Za-z0-9_~-]{1,63}){1,4}$/;

/**
 * The path prefix under which the caller reaches this API, from the header that the platform sets. It is only used in
 * the `instance` of problem documents, so a caller who forges the header can only mislead themselves.
 *
 * @returns Empty without the header, and for a malformed path.
 */
export function forwardedPrefix(headers: Headers): string {
  const prefix = headers.get('x-forwarded-prefix') ?? '';
  return PREFIX.test(prefix) ? prefix : '';
}
