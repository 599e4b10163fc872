import { accountTables } from '../../../schema/account/tables.ts';
import type { CollectionHooks } from '../../http/collection/collection-options.ts';
import { hiddenFields } from '../../http/collection/sensitive.ts';
import type { AccountBindings } from '../bindings.ts';

/**
 * Hooks of audit events: a caller who may not see a row's sensitive fields does not see its digests either. Someone who
 * knows the rest of a row could try all National Insurance numbers until the digest matches.
 */
export const auditEventHooks: CollectionHooks<AccountBindings> = {
  hidden: (event, caller) => {
    const table = accountTables.find(({ collection }) => collection === event.collection);
    return table !== undefined && hiddenFields(table, caller).length > 0 ? ['before', 'after'] : [];
  },
};
