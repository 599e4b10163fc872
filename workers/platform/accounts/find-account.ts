import type { CompiledQuery } from 'kysely';
import { goneStatus } from '../../../schema/factory/account-states.ts';
import { isId } from '../../../schema/model/ids.ts';
import { accounts } from '../../../schema/platform/tables/accounts.ts';
import type { Database } from '../../http/database/database.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { queries } from '../database/queries.ts';
import { type Account, toAccount } from './account-view.ts';
import type { PlatformCaller } from './caller.ts';

/**
 * Query for an account by its id or its slug, at most one row. The slug of a firm that has left can be used again, so
 * the account that has it now comes first, then the last one that had it.
 */
function accountQuery(idOrSlug: string): CompiledQuery<{ id: string; body: string }> {
  return queries
    .selectFrom('accounts')
    .select(['id', 'body'])
    .where(isId(accounts.idPrefix, idOrSlug) ? 'id' : 'slug', '=', idOrSlug)
    .orderBy((column) => column('status', '=', goneStatus))
    .orderBy('id', 'desc')
    .limit(1)
    .compile();
}

/** Query for the account that receives the requests under a slug, at most one row. */
export function accountBySlugQuery(slug: string): CompiledQuery<{ id: string; body: string }> {
  return queries
    .selectFrom('accounts')
    .select(['id', 'body'])
    .where('slug', '=', slug)
    .where('status', '<>', goneStatus)
    .compile();
}

/** The account, if the caller signed it up or is an operator. Otherwise 404, as if it did not exist. */
export async function findAccount(
  database: Database,
  idOrSlug: string,
  caller: PlatformCaller,
): Promise<Account | Refusal> {
  const rows = await database.batch([accountQuery(idOrSlug)]);
  if (isRefusal(rows)) return rows;
  const row = rows[0][0];
  const account = row && toAccount(row);
  if (account === undefined || !(caller.isOperator || account.createdBy === caller.subject)) {
    return refuse({ kind: 'row_not_found', collection: 'accounts', id: idOrSlug });
  }
  return account;
}
