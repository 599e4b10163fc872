import { documents } from '../../schema/account/tables/documents.ts';
import { accountTables } from '../../schema/account/tables.ts';
import type { ApiContext } from '../http/api-context.ts';
import type { Change, CollectionOptions } from '../http/collection/collection-options.ts';
import { type Refusal, refuse } from '../http/refusal.ts';
import { authorizeVerb } from './authorize.ts';
import type { AccountBindings } from './bindings.ts';
import { contentKey } from './content/content-key.ts';

/** The documents' collection: rows that describe files, whose bytes are in the account's bucket. */
export const documentCollection: CollectionOptions<AccountBindings> = {
  table: documents,
  tables: accountTables,
  authorize: authorizeVerb,
  accountId: (bindings) => bindings.ACCOUNT_ID,
  hooks: { check: keepWhatMustBeKept, committed: removeContent },
};

/** A document under legal hold, or that the firm must still retain, is not deleted. */
function keepWhatMustBeKept({ action, before }: Change, nowMs: number): Refusal | undefined {
  if (action !== 'delete') return undefined;
  const { legalHold, retainUntil } = before.fields;
  if (legalHold === true) {
    return refuse({ kind: 'conflict', detail: 'The document is under legal hold and cannot be deleted.' });
  }
  const today = new Date(nowMs).toISOString().slice(0, 10);
  if (typeof retainUntil === 'string' && retainUntil >= today) {
    return refuse({ kind: 'conflict', detail: `The document must be retained until ${retainUntil}.` });
  }
  return undefined;
}

/** Deletes the bytes of every version once the row is gone; nobody can reach them any more by then. */
function removeContent(change: Change, { bindings, execution }: ApiContext<AccountBindings>): void {
  if (change.action !== 'delete') return;
  const versions = Number(change.before.fields.contentVersion ?? 0);
  const keys = Array.from({ length: versions }, (_, index) => contentKey(change.id, index + 1));
  // R2 deletes at most 1000 keys in one call.
  for (let start = 0; start < keys.length; start += 1000) {
    execution.waitUntil(bindings.DOCUMENTS.delete(keys.slice(start, start + 1000)));
  }
}
