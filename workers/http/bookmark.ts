import { limits } from '../../schema/limits.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Header that carries D1's session bookmark: sent back with every answer, and in again by a reader who must see it. */
export const BOOKMARK_HEADER = 'x-d1-bookmark';

// The form is D1's own: three 32-bit counters and a 128-bit hash in hex. What D1 does with garbage is not documented,
// and its emulation accepts it silently, so nothing else reaches it.
const BOOKMARK = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32}$/;

/** Reads the bookmark of a request: undefined when there is none, 400 when it does not have a bookmark's form. */
export function parseBookmark(headers: Headers): string | undefined | Refusal {
  const bookmark = headers.get(BOOKMARK_HEADER);
  if (bookmark === null) return undefined;
  if (bookmark.length <= limits.bookmarkLengthMax && BOOKMARK.test(bookmark)) return bookmark;
  return refuse({
    kind: 'invalid_header',
    header: BOOKMARK_HEADER,
    detail: 'is not a bookmark that an earlier answer gave',
  });
}
