import type { Database } from '../../http/database/database.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { PlatformCaller } from '../accounts/caller.ts';
import { queries } from '../database/queries.ts';
import { type Operation, toOperation } from './operation-view.ts';

/** The operation, if the caller signed its account up or is an operator. Otherwise 404. */
export async function findOperation(
  database: Database,
  id: string,
  caller: PlatformCaller,
): Promise<Operation | Refusal> {
  const query = queries
    .selectFrom('operations')
    .innerJoin('accounts', 'accounts.id', 'operations.account_id')
    .select(['operations.id as id', 'operations.body as body', 'accounts.created_by as accountCreatedBy'])
    .where('operations.id', '=', id)
    .compile();
  const rows = await database.batch([query]);
  if (isRefusal(rows)) return rows;
  const row = rows[0][0];
  if (row === undefined || !(caller.isOperator || row.accountCreatedBy === caller.subject)) {
    return refuse({ kind: 'row_not_found', collection: 'operations', id });
  }
  return toOperation(row);
}
