import { sha256Hex } from '../../http/encoding/sha256.ts';
import { canonicalJson } from '../../http/request/canonical-json.ts';

/** A stored event of the audit trail. */
export interface SealedEvent {
  /** Its position in the trail, from 1 without gaps. */
  readonly position: number;
  readonly id: string;
  /** JSON text, exactly as stored: an edit is detected even if it does not change the meaning. */
  readonly body: string;
}

/** A row of `audit_seals`. */
export interface Seal {
  readonly number: number;
  readonly first_position: number;
  readonly last_position: number;
  readonly previous_hash: string;
  readonly hash: string;
  readonly sealed_at: string;
}

/**
 * The hash of a seal: the sha-256 of `[previousHash, number, sealedAt, [[position, id, body], …]]` as JSON without
 * spaces. It can be recomputed from the events with other tools.
 */
export async function sealHash(
  previousHash: string,
  number: number,
  sealedAt: string,
  events: readonly SealedEvent[],
): Promise<string> {
  const sealed = events.map(({ position, id, body }) => [position, id, body]);
  return await sha256Hex(canonicalJson([previousHash, number, sealedAt, sealed]));
}
