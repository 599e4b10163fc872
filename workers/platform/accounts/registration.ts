import {
  deregistrationChange,
  goneStatus,
  registrationChange,
} from '../../../schema/factory/account-states.ts';
import { applyChange } from '../../../schema/factory/account-transitions.ts';
import {
  accountRegistration,
  type RegisteredAccount,
} from '../../../schema/factory/registration-messages.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import type { PlatformBindings } from '../bindings.ts';
import { queries } from '../database/queries.ts';
import {
  checkSignedRequest,
  readSignedJson,
  rememberMessage,
  toSignatureRefusal,
} from '../operations/signed-request.ts';
import {
  deliverStanding,
  deliverStandingAhead,
  type StandingDelivery,
} from '../standing/deliver-standing.ts';
import { type Account, toAccount } from './account-view.ts';
import { changeAccount, isRegistered, withoutParts } from './change-account.ts';

/**
 * `PUT /internal/v1/accounts/{id}/registration`: the last resource of an account's stack reports where the account's
 * parts are and which release runs there. An account with the status `provisioning` or `failed` becomes active.
 *
 * A replayed message is refused (401), because it could restore an older location.
 *
 * The standing is delivered to the account first, so that its Worker serves requests as soon as it counts as active.
 *
 * @returns 200 with the registration; 404 when the registry has no such account, 409 when the account is offboarded,
 *   503 when the standing cannot be delivered to the account's Worker yet.
 */
export async function registerAccount(
  context: ApiContext<PlatformBindings>,
  id: string,
): Promise<Response | Refusal> {
  const { request, bindings, database, nowMs } = context;
  const body = await readSignedJson(request, bindings.AUTOMATION_SECRET, nowMs);
  if (isRefusal(body)) return body;
  const registration = parseInput(accountRegistration, body.value);
  if (isRefusal(registration)) return registration;
  // Before any effect: a replayed message must not reach the account.
  const before = await database.batch([await rememberMessage(request, body.text, nowMs), accountQuery(id)]);
  if (isRefusal(before)) return toSignatureRefusal(before);
  const present = toFound(before[1][0], id);
  if (isRefusal(present)) return present;
  if (present.status === goneStatus) return closed(present);
  const status = applyChange(present.status, registrationChange);
  const delivery = await deliverStandingAhead(bindings, { ...present, ...registration, status }, nowMs);
  if (delivery.kind === 'failed') return unreachable(present, delivery);
  const rows = await database.batch([
    changeAccount(registration, nowMs, registrationChange)
      .where('id', '=', id)
      .where('status', '<>', goneStatus)
      .compile(),
    accountQuery(id),
  ]);
  if (isRefusal(rows)) return rows;
  const account = toFound(rows[1][0], id);
  if (isRefusal(account)) return account;
  if (account.status === goneStatus) return closed(account);
  await deliverStanding(bindings, id, nowMs);
  return Response.json(toRegisteredAccount(account));
}

/** `GET /internal/v1/accounts/{id}/registration`: the stored registration, for a refresh of the account's stack. */
export async function readRegistration(
  context: ApiContext<PlatformBindings>,
  id: string,
): Promise<Response | Refusal> {
  const { request, bindings, database, nowMs } = context;
  const unsigned = await checkSignedRequest(request, bindings.AUTOMATION_SECRET, nowMs);
  if (unsigned !== undefined) return unsigned;
  const rows = await database.batch([accountQuery(id)]);
  if (isRefusal(rows)) return rows;
  const account = toFound(rows[0][0], id);
  return isRefusal(account) ? account : Response.json(toRegisteredAccount(account));
}

/**
 * `DELETE /internal/v1/accounts/{id}/registration`: makes the account unreachable. It stays `offboarding` until its
 * data, which is deleted after this, is gone. The new standing is delivered first, if the account still has a Worker.
 *
 * A replayed message is refused (401), because it could close an account that has been registered again since.
 *
 * @returns 204, also for an account that is not registered.
 */
export async function endRegistration(
  context: ApiContext<PlatformBindings>,
  id: string,
): Promise<Response | Refusal> {
  const { request, bindings, database, nowMs } = context;
  const unsigned = await checkSignedRequest(request, bindings.AUTOMATION_SECRET, nowMs);
  if (unsigned !== undefined) return unsigned;
  const before = await database.batch([await rememberMessage(request, '', nowMs), accountQuery(id)]);
  if (isRefusal(before)) return toSignatureRefusal(before);
  const [row] = before[1];
  const present = row && toAccount(row);
  if (present !== undefined && deregistrationChange.from.includes(present.status)) {
    await deliverStandingAhead(bindings, { ...present, status: deregistrationChange.to }, nowMs);
  }
  const rows = await database.batch([
    changeAccount(withoutParts, nowMs, deregistrationChange)
      .where('id', '=', id)
      .where((row) =>
        row.or([
          row('status', 'in', [...deregistrationChange.from]),
          row.and([row('status', '=', deregistrationChange.to), isRegistered]),
        ]),
      )
      .compile(),
  ]);
  return isRefusal(rows) ? rows : new Response(null, { status: 204 });
}

function accountQuery(id: string) {
  return queries.selectFrom('accounts').select(['id', 'body']).where('id', '=', id).compile();
}

function toFound(row: { readonly id: string; readonly body: string } | undefined, id: string) {
  return row === undefined ? refuse({ kind: 'row_not_found', collection: 'accounts', id }) : toAccount(row);
}

function toRegisteredAccount(account: Account): RegisteredAccount {
  const { workerUrl, scriptName, databaseId, bucketName, placement, cell, release, status } = account;
  const known = { workerUrl, scriptName, databaseId, bucketName, placement, cell, release };
  return { ...known, status };
}

function unreachable({ id }: Account, { reason }: Extract<StandingDelivery, { kind: 'failed' }>): Refusal {
  return refuse({
    kind: 'own',
    code: 'account-unreachable',
    status: 503,
    title: "The account's Worker does not answer yet",
    detail: `Account ${id} has not received its standing (${reason}). Repeat the request.`,
    headers: { 'retry-after': '2' },
  });
}

function closed({ id, status }: Account): Refusal {
  return refuse({
    kind: 'own',
    code: 'account-closed',
    status: 409,
    title: 'The account is closed',
    detail: `Account ${id} is ${status} and cannot be registered again.`,
  });
}
