import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import * as v from 'valibot';
import { line } from '../../schema/fields.ts';
import { operations } from '../../schema/platform/tables/operations.ts';
import type { ApiContext } from '../http/api-context.ts';
import {
  findStoredAnswer,
  isFirstUse,
  readIdempotencyKey,
  storeAnswer,
  toStoredAnswer,
} from '../http/idempotency.ts';
import { parseInput } from '../http/parse-input.ts';
import { readJsonBody } from '../http/read-body.ts';
import { isRefusal, type Refusal, refuse } from '../http/refusal.ts';
import { acceptedResponse, replayedResponse } from './accepted.ts';
import { type Account, toAccountView } from './account-view.ts';
import type { PlatformBindings } from './bindings.ts';
import { requireOperator } from './caller.ts';
import { changeAccount } from './change-account.ts';
import { dispatchOperation } from './dispatch-operation.ts';
import { findAccount } from './find-account.ts';
import { insertRow } from './insert-row.ts';
import { newOperation } from './new-operation.ts';
import { type Operation, terminalStatuses, toOperation, toOperationView } from './operation-view.ts';
import { queries } from './queries.ts';
import { recordCreation } from './record-creation.ts';

const operationRequest = v.strictObject({
  kind: operations.body.entries.kind,
  /** The account's slug, typed once more by whoever wants the account gone. */
  confirm: v.optional(line(63)),
});

/** In which states of an account each operation makes sense. */
const startableFrom: Readonly<Record<Operation['kind'], readonly Account['status'][]>> = {
  provision: ['provisioning', 'failed'],
  upgrade: ['active', 'suspended'],
  refresh: ['active', 'suspended', 'failed'],
  offboard: ['provisioning', 'active', 'suspended', 'failed', 'offboarding'],
};

/**
 * `POST /v1/accounts/{id|slug}/operations`: an operator asks for an operation on an account.
 *
 * @returns 202; 422 for an offboarding that is not confirmed by the slug; 409 while one of the same kind is under way,
 *   which `Location` then names, or when the account's state does not allow it.
 */
export async function startOperation(
  context: ApiContext<PlatformBindings>,
  idOrSlug: string,
): Promise<Response | Refusal> {
  const { bindings, database, nowMs, request, url } = context;
  const caller = await requireOperator(context);
  if (isRefusal(caller)) return caller;
  const body = await readJsonBody(request);
  if (isRefusal(body)) return body;
  const key = await readIdempotencyKey(request, body.text, caller.subject, nowMs);
  if (isRefusal(key)) return key;
  if (key === undefined) return refuse({ kind: 'idempotency_key_missing' });
  const input = parseInput(operationRequest, body.value);
  if (isRefusal(input)) return input;
  const account = await findAccount(database, idOrSlug, caller);
  if (isRefusal(account)) return account;
  const fault = confirmationFault(input, account);
  if (fault !== undefined) return fault;

  const { kind, confirm } = input;
  const operation = newOperation(
    kind,
    account.id,
    confirm === undefined ? {} : { confirm },
    caller.subject,
    nowMs,
  );
  const restarted: Account = kind === 'provision' ? { ...account, status: 'provisioning' } : account;
  const accepted = {
    account: toAccountView(restarted, url.origin, bindings.ZONE),
    operation: toOperationView(operation),
  };
  const condition = sql<SqlBool>`${isFirstUse(key)} and ${mayStart(operation)}`;
  const audit = await recordCreation(context, caller, 'operate', 'operations', operation, condition);
  const rows = await database.batch([
    findStoredAnswer(key),
    audit.insert,
    insertRow('operations', operation, audit.written),
    ...storeAnswer(key, 202, sql<string>`${JSON.stringify(accepted)}`, audit.written),
    restartProvisioning(operation, context.nowMs, audit.written),
    underWay(operation).select(['id', 'body']).compile(),
  ]);
  if (isRefusal(rows)) return rows;

  const stored = toStoredAnswer(key, rows[0][0]);
  if (isRefusal(stored)) return stored;
  if (stored !== undefined) return replayedResponse(stored);
  const current = rows[6].map(toOperation);
  if (!current.some(({ id }) => id === operation.id)) return cannotStart(kind, account, current[0]);
  context.execution.waitUntil(dispatchOperation(bindings, operation, account));
  return acceptedResponse(accepted);
}

/** What is wrong with the confirmation: an offboarding needs the account's slug, nothing else takes any. */
function confirmationFault(
  { kind, confirm }: v.InferOutput<typeof operationRequest>,
  account: Account,
): Refusal | undefined {
  if (kind === 'offboard' ? confirm === account.slug : confirm === undefined) return undefined;
  const detail = kind === 'offboard' ? 'must be the slug of the account' : 'is only for offboarding';
  return refuse({ kind: 'invalid_body', errors: [{ pointer: '#/confirm', detail }] });
}

/** The operation of this kind that has not ended yet on this account. */
function underWay(operation: Operation) {
  return queries
    .selectFrom('operations')
    .where('account_id', '=', operation.accountId)
    .where('kind', '=', operation.kind)
    .where('status', 'not in', terminalStatuses);
}

function mayStart(operation: Operation): Expression<SqlBool> {
  const account = queries
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', operation.accountId)
    .where('status', 'in', startableFrom[operation.kind]);
  return sql<SqlBool>`exists ${account} and not exists ${underWay(operation).select('id')}`;
}

/** An account whose provisioning failed is provisioning again. */
function restartProvisioning(
  operation: Operation,
  nowMs: number,
  condition: Expression<SqlBool>,
): CompiledQuery {
  return changeAccount({ status: 'provisioning' }, nowMs)
    .where('id', '=', operation.accountId)
    .where('status', '=', 'failed')
    .where(sql<SqlBool>`${operation.kind} = 'provision' and ${condition}`)
    .compile();
}

function cannotStart(kind: Operation['kind'], account: Account, running: Operation | undefined): Refusal {
  if (running === undefined) {
    return refuse({
      kind: 'conflict',
      detail: `An account that is ${account.status} takes no operation ${kind}.`,
    });
  }
  return refuse({
    kind: 'own',
    code: 'operation-under-way',
    status: 409,
    title: 'An operation of this kind is under way',
    detail: `Operation ${running.id} has not ended yet; watch it instead.`,
    members: { operation: toOperationView(running) },
    headers: { location: `/v1/operations/${running.id}` },
  });
}
