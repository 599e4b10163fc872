import type { Table } from '../../../schema/model/define-table.ts';
import type { ListCondition } from '../../../schema/model/list-statement.ts';
import { accounts } from '../../../schema/platform/tables/accounts.ts';
import { operations } from '../../../schema/platform/tables/operations.ts';
import { platformTables } from '../../../schema/platform/tables.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { type ListView, listRows } from '../../http/collection/list-rows.ts';
import { tokenAccess } from '../../http/collection/token-access.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { PlatformBindings } from '../bindings.ts';
import { type Operation, toOperationView } from '../operations/operation-view.ts';
import { type Account, toAccountView } from './account-view.ts';
import { type PlatformCaller, requireCaller, requireOperator } from './caller.ts';
import { findAccount } from './find-account.ts';

/** `GET /v1/accounts`: all accounts for an operator, their own for anyone else. */
export async function listAccounts(context: ApiContext<PlatformBindings>): Promise<Response | Refusal> {
  const caller = await requireCaller(context);
  if (isRefusal(caller)) return caller;
  const { origin } = context.url;
  return list(context, caller, accounts, {
    scope: caller.isOperator ? [] : [equals(accounts, 'createdBy', caller.subject)],
    show: (row) => toAccountView(row as unknown as Account, origin, context.bindings.ZONE),
  });
}

/** `GET /v1/operations`, for operators: the operations on all accounts. */
export async function listOperations(context: ApiContext<PlatformBindings>): Promise<Response | Refusal> {
  const caller = await requireOperator(context);
  if (isRefusal(caller)) return caller;
  return list(context, caller, operations, { show: showOperation });
}

/** `GET /v1/accounts/{id|slug}/operations`: the operations on one account, for callers who may see the account. */
export async function listAccountOperations(
  context: ApiContext<PlatformBindings>,
  idOrSlug: string,
): Promise<Response | Refusal> {
  const caller = await requireCaller(context);
  if (isRefusal(caller)) return caller;
  const account = await findAccount(context.database, idOrSlug, caller);
  if (isRefusal(account)) return account;
  const scope = [equals(operations, 'accountId', account.id)];
  return list(context, caller, operations, { scope, show: showOperation });
}

function list(
  context: ApiContext<PlatformBindings>,
  caller: PlatformCaller,
  table: Table,
  view: ListView,
): Promise<Response | Refusal> {
  const options = {
    table,
    tables: platformTables,
    authorize: async () => tokenAccess(caller),
    accountId: () => undefined,
  };
  return listRows(options, context, view);
}

function showOperation(row: unknown): object {
  return toOperationView(row as Operation);
}

function equals(table: Table, field: string, value: string): ListCondition {
  const column = table.columns.find((candidate) => candidate.field === field);
  if (column === undefined) throw new Error(`${table.name} has no column for ${field}`);
  return { column, operator: 'eq', values: [value] };
}
