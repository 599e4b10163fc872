import { toBase64Url } from '../encoding/base64url.ts';
import { sha256Hex } from '../encoding/sha256.ts';
import { canonicalJson } from '../request/canonical-json.ts';
import { type Fields, withoutTracking } from './rows.ts';

/** Bytes of a salt: more than anybody can try. */
const SALT_BYTES = 16;

/** A salt for the digests of one row, which is kept in its body as `digestSalt` for as long as the row lives. */
export function newDigestSalt(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

/** The salt of a stored body, or a new one for a row that has none yet. */
export function digestSaltOf({ digestSalt }: Fields): string {
  return typeof digestSalt === 'string' ? digestSalt : newDigestSalt();
}

/**
 * The sha-256 of what a row says: its salt, a line break, and its fields as canonical JSON, without the tracking fields,
 * so that a change that changes nothing has the same digest before and after.
 *
 * The salt is in the row and nowhere else. When the row goes, the digests that the audit trail keeps say no more what was
 * in it: nobody can hold a guess against them.
 *
 * @param body A body with its `digestSalt`. One without it, from before there were salts, is hashed alone.
 */
export async function contentDigest(body: Fields): Promise<string> {
  const text = canonicalJson(withoutTracking(body));
  return await sha256Hex(typeof body.digestSalt === 'string' ? `${body.digestSalt}\n${text}` : text);
}
