import { canonicalJson } from '../canonical-json.ts';
import { sha256Hex } from '../sha256.ts';
import { type Fields, withoutTracking } from './rows.ts';

/**
 * The sha-256 of what a row says: its fields as canonical JSON, without the tracking fields, so that a change that
 * changes nothing has the same digest before and after.
 */
export async function contentDigest(fields: Fields): Promise<string> {
  return await sha256Hex(canonicalJson(withoutTracking(fields)));
}
