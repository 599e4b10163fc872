import type { Table } from '../../../schema/model/define-table.ts';
import { platformAuditEvents } from '../../../schema/platform/tables/audit-events.ts';
import { providers } from '../../../schema/platform/tables/providers.ts';
import { platformTables } from '../../../schema/platform/tables.ts';
import type { ApiRouter } from '../../http/api/api.ts';
import type { Authorize } from '../../http/collection/access.ts';
import { collection } from '../../http/collection/collection.ts';
import { tokenAccess } from '../../http/collection/token-access.ts';
import { isRefusal } from '../../http/problems/refusal.ts';
import { requireCaller, requireOperator } from '../accounts/caller.ts';
import type { PlatformBindings } from '../bindings.ts';

/** Any signed-in person reads, operators write. */
const openToRead: Authorize<PlatformBindings> = async (context, _table, verb) => {
  const caller = await (verb === 'read' ? requireCaller(context) : requireOperator(context));
  return isRefusal(caller) ? caller : tokenAccess(caller);
};

const operatorsOnly: Authorize<PlatformBindings> = async (context) => {
  const caller = await requireOperator(context);
  return isRefusal(caller) ? caller : tokenAccess(caller);
};

/** Serves the tables of the registry that have no behaviour of their own: the marketplace and the record of what was done. */
export function addPlatformCollections(router: ApiRouter<PlatformBindings>): void {
  const serve = (table: Table, authorize: Authorize<PlatformBindings>) =>
    collection(router, { table, tables: platformTables, authorize, accountId: () => undefined });
  serve(providers, openToRead);
  serve(platformAuditEvents, operatorsOnly);
}
