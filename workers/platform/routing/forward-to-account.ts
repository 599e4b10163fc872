import { logFailure } from '../../http/api/log-failure.ts';
import { openDatabase } from '../../http/database/database.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { toAccount } from '../accounts/account-view.ts';
import { accountBySlugQuery } from '../accounts/find-account.ts';
import type { PlatformBindings } from '../bindings.ts';
import { noteWanted } from '../maintenance/note-wanted.ts';
import type { AccountAddress } from './account-address.ts';
import { passGate } from './account-gate.ts';
import { toAccountHeaders, toCallerHeaders } from './forwarded-headers.ts';

/** What forwarding needs besides the request. */
interface ForwardContext {
  readonly bindings: PlatformBindings;
  readonly execution: ExecutionContext;
  readonly traceparent: string;
}

/**
 * Passes a request on to the account's Worker and its answer back, both streamed. The caller's token goes along
 * untouched: the account's Worker verifies it itself, so that reaching it by another way gains nothing.
 *
 * @returns 404, 403 or 503 for an account that takes no requests, 501 for a connection upgrade, 502 when its Worker cannot be reached.
 */
export async function forwardToAccount(
  request: Request,
  address: AccountAddress,
  { bindings, execution, traceparent }: ForwardContext,
): Promise<Response | Refusal> {
  if (request.headers.has('upgrade')) return upgradeRefused;
  // The request's own bookmark is one of the account's database and means nothing to the registry.
  const rows = await openDatabase(bindings.DB, 'first-primary').batch([accountBySlugQuery(address.slug)]);
  if (isRefusal(rows)) return rows;
  const row = rows[0][0];
  const account = passGate(row && toAccount(row));
  if (isRefusal(account)) return account;

  const target = new URL(account.workerUrl);
  target.pathname = address.path;
  target.search = new URL(request.url).search;
  const headers = toAccountHeaders(request, address.prefix);
  headers.set('traceparent', traceparent);
  try {
    const { method, body } = request;
    const answer = await fetch(target, { method, headers, body, redirect: 'manual' });
    execution.waitUntil(noteWanted(answer.headers, account.id, bindings.DB, Date.now()));
    return new Response(answer.body, {
      status: answer.status,
      statusText: answer.statusText,
      headers: toCallerHeaders(answer.headers, account.workerUrl, address.prefix),
    });
  } catch (error) {
    logFailure(error, { method: request.method, route: '/a/:slug/*', traceparent });
    return unreachable;
  }
}

const upgradeRefused = refuse({
  kind: 'own',
  code: 'upgrade-not-supported',
  status: 501,
  title: 'Connections cannot be upgraded here',
  detail: 'Send the request without the Upgrade header.',
});

const unreachable = refuse({
  kind: 'own',
  code: 'account-unreachable',
  status: 502,
  title: 'The account does not answer',
  detail: 'Repeat the request after a moment.',
});
