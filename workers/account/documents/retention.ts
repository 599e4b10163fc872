import type { Fields } from '../../http/collection/rows.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';

/** What somebody wants to do to bytes that a firm may have to keep. */
export type ContentLoss = 'deleted' | 'replaced' | 'purged';

/**
 * Refuses (409) what a legal hold or the time of retention forbids.
 *
 * Under legal hold a document stays as it is, its present bytes included. Retention keeps every version from being
 * deleted or purged; a further version takes nothing away, so it may come.
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
