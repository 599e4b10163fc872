import { documents } from '../../../schema/account/tables/documents.ts';
import { accountTables } from '../../../schema/account/tables.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import type { Change, CollectionOptions } from '../../http/collection/collection-options.ts';
import type { Refusal } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { authorizeVerb } from '../identity/authorize.ts';
import { removeBytes, removeLater } from './remove-bytes.ts';
import { keepWhatMustBeKept } from './retention.ts';

/** The collection of documents: rows that describe files, whose bytes are in the account's bucket. */
export const documentCollection: CollectionOptions<AccountBindings> = {
  table: documents,
  tables: accountTables,
  authorize: authorizeVerb,
  accountId: (bindings) => bindings.ACCOUNT_ID,
  hooks: { check: checkDelete, committed: removeContent },
};

function checkDelete({ action, before }: Change, nowMs: number): Refusal | undefined {
  return action === 'delete' ? keepWhatMustBeKept(before.fields, 'deleted', nowMs) : undefined;
}

function removeContent({ action, id }: Change, context: ApiContext<AccountBindings>): void {
  if (action === 'delete') removeLater(context, removeBytes(context.bindings.DOCUMENTS, id));
}
