import { toBase64Url } from '../encoding/base64url.ts';
import { sha256Hex } from '../encoding/sha256.ts';
import { canonicalJson } from '../request/canonical-json.ts';
import { type Fields, withoutTracking } from './rows.ts';

/** Bytes of a salt: too many to guess. */
const SALT_BYTES = 16;

/** A salt for the digests of one row, stored in its body as `digestSalt` for the lifetime of the row. */
export function newDigestSalt(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

/** The salt of a stored body, or a new one if it has none yet. */
export function digestSaltOf({ digestSalt }: Fields): string {
  return typeof digestSalt === 'string' ? digestSalt : newDigestSalt();
}

/**
 * The sha-256 of a row's content: its salt, a line break, and its fields as canonical JSON. Tracking fields are
 * excluded, so a change without effect has the same digest before and after.
 *
 * Only the row holds the salt. After the row is deleted, the digests in the audit trail cannot be used to test guesses
 * about its content.
 *
 * @param body A body with its `digestSalt`. A body from before salts existed is hashed without one.
 */
export async function contentDigest(body: Fields): Promise<string> {
  const text = canonicalJson(withoutTracking(body));
  return await sha256Hex(typeof body.digestSalt === 'string' ? `${body.digestSalt}\n${text}` : text);
}
