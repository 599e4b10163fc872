import { type Expression, type SqlBool, sql } from 'kysely';
import type { StatusChange } from '../../../schema/factory/account-states.ts';
import { applyChange, statusChange } from '../../../schema/factory/account-transitions.ts';
import { type OperationKinds, operationKinds } from '../../../schema/factory/operation-kinds.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import {
  findStoredAnswer,
  isFirstUse,
  readIdempotencyKey,
  storeAnswer,
  toStoredAnswer,
} from '../../http/request/idempotency.ts';
import { readJsonBody } from '../../http/request/read-body.ts';
import { type Account, toAccountView } from '../accounts/account-view.ts';
import { requireOperator } from '../accounts/caller.ts';
import { changeStatus } from '../accounts/change-account.ts';
import { findAccount } from '../accounts/find-account.ts';
import { recordCreation } from '../accounts/record-creation.ts';
import type { PlatformBindings } from '../bindings.ts';
import { insertRow } from '../database/insert-row.ts';
import { deliverStanding } from '../standing/deliver-standing.ts';
import { acceptedResponse, replayedResponse } from './accepted.ts';
import { dispatchOperation } from './dispatch-operation.ts';
import { newOperation } from './new-operation.ts';
import { toOperation, toOperationView } from './operation-view.ts';
import { findConfirmationFault, parseOperationStart } from './parse-operation-start.ts';
import { cannotStart, isStartable, underWay } from './start-conditions.ts';

/**
 * `POST /v1/accounts/{id|slug}/operations`: starts an operation on an account, for operators. If the kind changes the
 * account's status when it is accepted, the same batch writes that.
 *
 * @param kinds What the factory knows of each kind of operation. Default: its own table.
 * @returns 202; 422 for an unknown field, and for a confirmation that is not the slug; 409 when the account's status
 *   does not allow it, and while an operation of the same kind or an exclusive one is running, which `Location` then
 *   names.
 */
export async function startOperation(
  context: ApiContext<PlatformBindings>,
  idOrSlug: string,
  kinds: OperationKinds = operationKinds,
): Promise<Response | Refusal> {
  const { bindings, database, nowMs, request, url } = context;
  const caller = await requireOperator(context);
  if (isRefusal(caller)) return caller;
  const body = await readJsonBody(request);
  if (isRefusal(body)) return body;
  const key = await readIdempotencyKey(request, body.value, caller.subject, nowMs);
  if (isRefusal(key)) return key;
  if (key === undefined) return refuse({ kind: 'idempotency_key_missing' });
  const asked = parseOperationStart(kinds, body.value);
  if (isRefusal(asked)) return asked;
  const account = await findAccount(database, idOrSlug, caller);
  if (isRefusal(account)) return account;
  const fault = findConfirmationFault(kinds, asked, account);
  if (fault !== undefined) return fault;

  const { kind, input } = asked;
  const operation = newOperation(kind, account.id, input, caller.subject, nowMs);
  const move = statusChange(kinds[kind], 'accepted');
  const accepted = {
    account: toAccountView(moveAccount(account, move, input.reason), url.origin, bindings.ZONE),
    operation: toOperationView(operation),
  };
  const condition = sql<SqlBool>`${isFirstUse(key)} and ${isStartable(kinds, operation)}`;
  const audit = await recordCreation(context, caller, 'operate', 'operations', operation, condition);
  const rows = await database.batch([
    findStoredAnswer(key),
    audit.insert,
    insertRow('operations', operation, audit.written),
    ...storeAnswer(key, 202, sql<string>`${JSON.stringify(accepted)}`, audit.written),
    underWay(kinds, operation).select(['id', 'body']).compile(),
    ...(move === undefined ? [] : [moveQuery(move, input.reason, account.id, nowMs, audit.written)]),
  ]);
  if (isRefusal(rows)) return rows;

  const stored = toStoredAnswer(key, rows[0][0]);
  if (isRefusal(stored)) return stored;
  if (stored !== undefined) return replayedResponse(stored);
  const current = rows[5].map(toOperation);
  if (!current.some(({ id }) => id === operation.id)) return cannotStart(kinds, kind, account, current[0]);
  // Before the response, so that the account's own host has the new status by then.
  if (move !== undefined) await deliverStanding(bindings, account.id, nowMs);
  context.execution.waitUntil(dispatchOperation(bindings, operation, account));
  return acceptedResponse(accepted);
}

/** The account after the operation is accepted. */
function moveAccount(account: Account, move: StatusChange | undefined, reason: string | undefined): Account {
  const status = applyChange(account.status, move);
  if (status === account.status) return account;
  const { statusReason: _, ...rest } = account;
  return { ...rest, status, ...(reason === undefined ? {} : { statusReason: reason }) };
}

function moveQuery(
  move: StatusChange,
  reason: string | undefined,
  accountId: string,
  nowMs: number,
  condition: Expression<SqlBool>,
) {
  return changeStatus(move, reason, nowMs).where('id', '=', accountId).where(condition).compile();
}
