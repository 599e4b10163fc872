import { limits } from '../../../schema/model/limits.ts';
import { sha256Hex } from '../encoding/sha256.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';

/** Header that carries D1's session bookmark: sent back with every answer, and in again by a reader who must see it. */
export const BOOKMARK_HEADER = 'x-d1-bookmark';

// D1's own form is three 32-bit counters and a 128-bit hash in hex. What D1 does with garbage or with a bookmark of
// another database is not documented, and its emulation accepts both silently, so neither reaches it: a checksum
// follows D1's part and binds it to its database. The order of bookmarks as texts stays that of D1.
const BOOKMARK = /^([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32})\.([0-9a-f]{16})$/;

/**
 * Writes a bookmark for a caller.
 *
 * @param bookmark As D1 gave it.
 * @param scope Names the database; bookmarks of one are refused by all others.
 */
export async function toBookmark(bookmark: string, scope: string): Promise<string> {
  return `${bookmark}.${await checksum(bookmark, scope)}`;
}

/**
 * Reads the bookmark of a request, as D1 takes it.
 *
 * @returns undefined when there is none, 400 for anything that `toBookmark()` did not write for this scope.
 */
export async function parseBookmark(headers: Headers, scope: string): Promise<string | undefined | Refusal> {
  const sent = headers.get(BOOKMARK_HEADER);
  if (sent === null) return undefined;
  const [, bookmark, seal] = (sent.length <= limits.bookmarkLengthMax && BOOKMARK.exec(sent)) || [];
  if (bookmark !== undefined && seal === (await checksum(bookmark, scope))) return bookmark;
  return refuse({
    kind: 'invalid_header',
    header: BOOKMARK_HEADER,
    detail: 'is not a bookmark that an earlier answer of this API gave',
  });
}

/** No secret, and needs none: a bookmark gives no access to anything. */
async function checksum(bookmark: string, scope: string): Promise<string> {
  return (await sha256Hex(`${scope}|${bookmark}`)).slice(0, 16);
}
