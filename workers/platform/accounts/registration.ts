import {
  deregistrationChange,
  goneStatus,
  registrationChange,
} from '../../../schema/factory/account-states.ts';
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
import { type Account, toAccount } from './account-view.ts';
import { changeAccount, isRegistered, withoutParts } from './change-account.ts';

/**
 * `PUT /internal/v1/accounts/{id}/registration`: the last resource of an account's stack says where the account is and
 * which release runs there. An account that was being set up, or could not be, is active from now on.
 *
 * A recorded message is refused (401) when it comes again, as it would take the account back to an older place.
 *
 * @returns 200 with the registration; 404 when the registry has no such account, 409 when the account is gone.
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
  const rows = await database.batch([
    await rememberMessage(request, body.text, nowMs),
    changeAccount(registration, nowMs, registrationChange)
      .where('id', '=', id)
      .where('status', '<>', goneStatus)
      .compile(),
    accountQuery(id),
  ]);
  if (isRefusal(rows)) return toSignatureRefusal(rows);
  const account = toFound(rows[2][0], id);
  if (isRefusal(account)) return account;
  return account.status === goneStatus ? closed(account) : Response.json(toRegisteredAccount(account));
}

/** `GET /internal/v1/accounts/{id}/registration`: what the registry has, for a refresh of the account's stack. */
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
 * `DELETE /internal/v1/accounts/{id}/registration`: the account cannot be reached any more, and is `offboarding` until
 * nothing of it is left: its data is still there, and goes after this.
 *
 * A recorded message is refused (401) when it comes again, as it would close an account that has been registered since.
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
  const rows = await database.batch([
    await rememberMessage(request, '', nowMs),
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
  return isRefusal(rows) ? toSignatureRefusal(rows) : new Response(null, { status: 204 });
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

function closed({ id, status }: Account): Refusal {
  return refuse({
    kind: 'own',
    code: 'account-closed',
    status: 409,
    title: 'The account is closed',
    detail: `Account ${id} is ${status} and cannot be registered again.`,
  });
}
