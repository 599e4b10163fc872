import { limits } from '../../../schema/model/limits.ts';
import { sha256Hex } from '../encoding/sha256.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';

/** Header with D1's session bookmark. Every response has it; a request sends it back to see at least that state. */
export const BOOKMARK_HEADER = 'x-d1-bookmark';

// D1's own format is three 32-bit counters and a 128-bit hash in hex. D1's reaction to garbage or to a bookmark of
// another database is undocumented, and its emulation silently accepts both. A checksum after D1's part, bound to the
// database, keeps both away from D1. Bookmarks still sort as D1's do.
const BOOKMARK = /^([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32})\.([0-9a-f]{16})$/;

/**
 * Writes a bookmark for a caller.
 *
 * @param bookmark In D1's format.
 * @param scope Identifies the database; bookmarks of other databases are refused.
 */
export async function toBookmark(bookmark: string, scope: string): Promise<string> {
  return `${bookmark}.${await checksum(bookmark, scope)}`;
}

/**
 * Reads the bookmark of a request, in D1's format.
 *
 * @returns undefined without a bookmark, 400 for a value that `toBookmark()` did not write for this scope.
 */
export async function parseBookmark(headers: Headers, scope: string): Promise<string | undefined | Refusal> {
  const sent = headers.get(BOOKMARK_HEADER);
  if (sent === null) return undefined;
  const [, bookmark, seal] = (sent.length <= limits.bookmarkLengthMax && BOOKMARK.exec(sent)) || [];
  if (bookmark !== undefined && seal === (await checksum(bookmark, scope))) return bookmark;
  return refuse({
    kind: 'invalid_header',
    header: BOOKMARK_HEADER,
    detail: 'is not a bookmark from an earlier response of this API',
  });
}

/** The checksum is not secret, because a bookmark does not grant access to anything. */
async function checksum(bookmark: string, scope: string): Promise<string> {
  return (await sha256Hex(`${scope}|${bookmark}`)).slice(0, 16);
}
