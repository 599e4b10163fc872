import type { Fields } from '../../http/collection/rows.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';

/** An action on bytes that a firm may have to keep. */
export type ContentLoss = 'deleted' | 'replaced' | 'purged';

/**
 * Refuses (409) an action that a legal hold or the retention period forbids.
 *
 * Under legal hold a document cannot change, including its current bytes. During retention no version may be deleted or
 * purged, but new versions may be added.
 */
export function keepWhatMustBeKept(fields: Fields, loss: ContentLoss, nowMs: number): Refusal | undefined {
  const { legalHold, retainUntil, contentVersion } = fields;
  if (loss === 'replaced' && contentVersion === undefined) return undefined;
  if (legalHold === true) {
    return refuse({ kind: 'conflict', detail: `The document is under legal hold and cannot be ${loss}.` });
  }
  const today = new Date(nowMs).toISOString().slice(0, 10);
  if (loss !== 'replaced' && typeof retainUntil === 'string' && retainUntil >= today) {
    return refuse({ kind: 'conflict', detail: `The document must be retained until ${retainUntil}.` });
  }
  return undefined;
}
