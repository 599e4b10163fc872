import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import * as v from 'valibot';
import { line } from '../../../schema/model/fields.ts';
import { operations } from '../../../schema/platform/tables/operations.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import {
  findStoredAnswer,
  isFirstUse,
  readIdempotencyKey,
  storeAnswer,
  toStoredAnswer,
} from '../../http/request/idempotency.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import { readJsonBody } from '../../http/request/read-body.ts';
import { type Account, toAccountView } from '../accounts/account-view.ts';
import { requireOperator } from '../accounts/caller.ts';
import { changeAccount } from '../accounts/change-account.ts';
import { findAccount } from '../accounts/find-account.ts';
import { recordCreation } from '../accounts/record-creation.ts';
import type { PlatformBindings } from '../bindings.ts';
import { insertRow } from '../database/insert-row.ts';
import { queries } from '../database/queries.ts';
import { deliverStanding } from '../standing/deliver-standing.ts';
import { acceptedResponse, replayedResponse } from './accepted.ts';
import { dispatchOperation } from './dispatch-operation.ts';
import { newOperation } from './new-operation.ts';
import { type Operation, terminalStatuses, toOperation, toOperationView } from './operation-view.ts';

const operationRequest = v.strictObject({
  kind: operations.body.entries.kind,
  /** The account's slug, typed once more by whoever wants the account gone. */
  confirm: v.optional(line(63)),
});

/** In which states of an account each operation makes sense; `isReversal` adds one more. */
const startableFrom: Readonly<Record<Operation['kind'], readonly Account['status'][]>> = {
  provision: ['provisioning', 'failed'],
  upgrade: ['active', 'suspended'],
  refresh: ['active', 'suspended', 'failed'],
  offboard: ['provisioning', 'active', 'suspended', 'failed', 'offboarding'],
};

/** What an account becomes as an operation on it is accepted, from what; every other status stays as it is. */
const becomes: Readonly<
  Partial<Record<Operation['kind'], { from: readonly Account['status'][]; to: Account['status'] }>>
> = {
  provision: { from: ['failed'], to: 'provisioning' },
  upgrade: { from: ['offboarding'], to: 'active' },
  // At once, not when it begins: whatever waits before it must find out that it has no account to build any more.
  offboard: { from: ['provisioning', 'active', 'suspended', 'failed'], to: 'offboarding' },
};

/**
 * `POST /v1/accounts/{id|slug}/operations`: an operator asks for an operation on an account.
 *
 * An upgrade takes back an offboarding that has failed, as long as the account is still registered.
 *
 * @returns 202; 422 for an offboarding that is not confirmed by the slug; 409 while one of the same kind or an
 *   offboarding is under way, which `Location` then names, or when the account's state does not allow it.
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
  const rule = becomes[kind];
  const changed: Account = rule?.from.includes(account.status) ? { ...account, status: rule.to } : account;
  const accepted = {
    account: toAccountView(changed, url.origin, bindings.ZONE),
    operation: toOperationView(operation),
  };
  const condition = sql<SqlBool>`${isFirstUse(key)} and ${mayStart(operation)}`;
  const audit = await recordCreation(context, caller, 'operate', 'operations', operation, condition);
  const rows = await database.batch([
    findStoredAnswer(key),
    audit.insert,
    insertRow('operations', operation, audit.written),
    ...storeAnswer(key, 202, sql<string>`${JSON.stringify(accepted)}`, audit.written),
    changeStatus(operation, context.nowMs, audit.written),
    underWay(operation).select(['id', 'body']).compile(),
  ]);
  if (isRefusal(rows)) return rows;

  const stored = toStoredAnswer(key, rows[0][0]);
  if (isRefusal(stored)) return stored;
  if (stored !== undefined) return replayedResponse(stored);
  const current = rows[6].map(toOperation);
  if (!current.some(({ id }) => id === operation.id)) return cannotStart(kind, account, current[0]);
  // Before the answer, so that an account that is being closed serves nobody from then on, at its own host neither.
  if (changed !== account) await deliverStanding(bindings, account.id, nowMs);
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

/** The operations that have not ended yet on this account and that this one may not follow, an offboarding first. */
function underWay(operation: Operation) {
  return queries
    .selectFrom('operations')
    .where('account_id', '=', operation.accountId)
    .where('kind', 'in', [operation.kind, 'offboard'])
    .where('status', 'not in', terminalStatuses)
    .orderBy((column) => column('kind', '<>', 'offboard'));
}

function mayStart(operation: Operation): Expression<SqlBool> {
  const account = queries
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', operation.accountId)
    .where((row) => row.or([row('status', 'in', startableFrom[operation.kind]), isReversal(operation)]));
  return sql<SqlBool>`exists ${account} and not exists ${underWay(operation).select('id')}`;
}

/**
 * An upgrade of an account whose offboarding failed before it ended the registration: the first thing that goes, so that
 * all the rest is there but for the documents. What has lost more is a firm without its data, and can only leave.
 */
function isReversal({ kind }: Operation): Expression<SqlBool> {
  return sql<SqlBool>`${kind} = 'upgrade' and status = 'offboarding' and json_extract(body, '$.workerUrl') is not null`;
}

function changeStatus(operation: Operation, nowMs: number, condition: Expression<SqlBool>): CompiledQuery {
  const { from, to } = becomes[operation.kind] ?? { from: [], to: 'active' };
  return changeAccount({ status: to }, nowMs)
    .where('id', '=', operation.accountId)
    .where('status', 'in', from)
    .where(condition)
    .compile();
}

function cannotStart(kind: Operation['kind'], account: Account, running: Operation | undefined): Refusal {
  if (running === undefined) {
    const detail = `An account that is ${account.status} takes no operation ${kind}.`;
    const isLeft = kind === 'upgrade' && account.status === 'offboarding';
    return refuse({
      kind: 'conflict',
      detail: isLeft
        ? `${detail} It is registered no more, so that it cannot come back: offboard it again.`
        : detail,
    });
  }
  return refuse({
    kind: 'own',
    code: 'operation-under-way',
    status: 409,
    title:
      running.kind === kind ? 'An operation of this kind is under way' : 'The account is being offboarded',
    detail: `Operation ${running.id} has not ended yet; watch it instead.`,
    members: { operation: toOperationView(running) },
    headers: { location: `/v1/operations/${running.id}` },
  });
}
