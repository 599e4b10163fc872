import { sql } from 'kysely';
import type { ApiContext } from '../../http/api/api-context.ts';
import { auditEntry, toRequestId } from '../../http/collection/audit.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { accountBuilder } from '../database/account-builder.ts';
import { authorizePermission } from '../identity/authorize.ts';
import { fillSearchIndex } from './fill-index.ts';
import { searchableTables } from './search-request.ts';

/** How long one request fills the index, in milliseconds. */
const WORK_MS = 5_000;

/**
 * `POST /v1/search/rebuild`: empties the index and fills it from the rows. A request works for a few seconds; the next
 * request, or the account's maintenance, continues with the rest.
 */
export async function rebuildIndex(
  context: ApiContext<AccountBindings>,
  now: () => number,
): Promise<Response | Refusal> {
  const access = await authorizePermission(context, 'account:admin');
  if (isRefusal(access)) return access;
  const isIdle = sql<boolean>`not exists (select 1 from search_backlog)`;
  const event = {
    action: 'rebuild',
    collection: 'search',
    rowId: 'search-index',
    requestId: toRequestId(context.traceparent),
  };
  const { ACCOUNT_ID } = context.bindings;
  const condition = sql<boolean>`${access.condition} and ${isIdle}`;
  const { insert, written } = auditEntry(event, access.actor, condition, ACCOUNT_ID, context.nowMs);
  const begun = await runAllowed(context.database, access, [
    insert,
    sql`insert into search_index (search_index) select 'delete-all' where ${written}`.compile(accountBuilder),
    ...searchableTables.map(({ name }) =>
      sql`insert into search_backlog (table_name, after_id) select ${name}, ''
        where ${written} and exists (select 1 from ${sql.table(name)})`.compile(accountBuilder),
    ),
  ]);
  if (isRefusal(begun)) return begun;
  const filled = await fillSearchIndex(context.database, now, now() + WORK_MS);
  return isRefusal(filled) ? filled : Response.json({ isComplete: filled.isComplete });
}
