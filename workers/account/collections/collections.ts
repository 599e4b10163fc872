import { auditEvents } from '../../../schema/account/tables/audit-events.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { clients } from '../../../schema/account/tables/clients.ts';
import { documents } from '../../../schema/account/tables/documents.ts';
import { groups } from '../../../schema/account/tables/groups.ts';
import { users } from '../../../schema/account/tables/users.ts';
import { webhookEndpoints } from '../../../schema/account/tables/webhook-endpoints.ts';
import { accountTables } from '../../../schema/account/tables.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import type { ApiRouter } from '../../http/api/api.ts';
import { collection } from '../../http/collection/collection.ts';
import type { CollectionHooks, CollectionOptions } from '../../http/collection/collection-options.ts';
import { endpointHooks } from '../../webhooks/api/endpoint-rules.ts';
import { auditEventHooks } from '../audit/audit-events.ts';
import type { AccountBindings } from '../bindings.ts';
import { caseHooks } from '../cases/case-hooks.ts';
import { clientHooks } from '../clients/client-hooks.ts';
import { documentCollection } from '../documents/document-collection.ts';
import { authorizeVerb } from '../identity/authorize.ts';
import { groupHooks } from '../identity/groups.ts';
import { userHooks } from '../identity/users.ts';
import { accountWebhooks } from '../webhooks/account-webhooks.ts';

/** Tables with hooks. Every other table is served from its model alone. */
const hooksByTable = new Map<Table, CollectionHooks<AccountBindings>>([
  [auditEvents, auditEventHooks],
  [cases, caseHooks],
  [clients, clientHooks],
  [users, userHooks],
  [webhookEndpoints, endpointHooks(accountWebhooks)],
  [groups, groupHooks],
]);

/** Serves every table of an account. A new table in the list is served without a change here. */
export function addCollections(router: ApiRouter<AccountBindings>): void {
  for (const table of accountTables) {
    collection(router, collectionOf(table));
  }
}

/** A table of an account with its hooks. */
export function collectionOf(table: Table): CollectionOptions<AccountBindings> {
  if (table === documents) return documentCollection;
  const hooks = hooksByTable.get(table);
  return {
    table,
    tables: accountTables,
    authorize: authorizeVerb,
    accountId: (bindings) => bindings.ACCOUNT_ID,
    ...(hooks === undefined ? {} : { hooks }),
  };
}
