import type { Table } from '../../../schema/model/define-table.ts';
import { platformAuditEvents } from '../../../schema/platform/tables/audit-events.ts';
import { providers } from '../../../schema/platform/tables/providers.ts';
import { platformWebhookDeliveries } from '../../../schema/platform/tables/webhook-deliveries.ts';
import { platformWebhookEndpoints } from '../../../schema/platform/tables/webhook-endpoints.ts';
import { platformTables } from '../../../schema/platform/tables.ts';
import type { ApiRouter } from '../../http/api/api.ts';
import type { Authorize } from '../../http/collection/access.ts';
import { collection } from '../../http/collection/collection.ts';
import type { CollectionHooks } from '../../http/collection/collection-options.ts';
import { tokenAccess } from '../../http/collection/token-access.ts';
import { isRefusal } from '../../http/problems/refusal.ts';
import { endpointHooks } from '../../webhooks/api/endpoint-rules.ts';
import { requireCaller } from '../accounts/caller.ts';
import { operatorsOnly } from '../accounts/operator-access.ts';
import type { PlatformBindings } from '../bindings.ts';
import { platformWebhooks } from '../webhooks/platform-webhooks.ts';

/** Any signed-in person reads; operators write. */
const openToRead: Authorize<PlatformBindings> = async (context, table, verb) => {
  if (verb !== 'read') return await operatorsOnly(context, table, verb);
  const caller = await requireCaller(context);
  return isRefusal(caller) ? caller : tokenAccess(caller);
};

/** Serves the tables of the registry whose behaviour follows from their models: the marketplace, webhooks and the audit trail. */
export function addPlatformCollections(router: ApiRouter<PlatformBindings>): void {
  const serve = (
    table: Table,
    authorize: Authorize<PlatformBindings>,
    hooks: CollectionHooks<PlatformBindings> = {},
  ) => collection(router, { table, tables: platformTables, authorize, hooks, accountId: () => undefined });
  serve(providers, openToRead);
  serve(platformWebhookEndpoints, operatorsOnly, endpointHooks(platformWebhooks));
  serve(platformWebhookDeliveries, operatorsOnly);
  serve(platformAuditEvents, operatorsOnly);
}
