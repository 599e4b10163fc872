import { logFailure } from '../../http/api/log-failure.ts';
import { openDatabase } from '../../http/database/database.ts';
import { misdirected, moving } from '../../http/problems/account-problems.ts';
import { toProblem } from '../../http/problems/problem.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { toAccount } from '../accounts/account-view.ts';
import { accountBySlugQuery } from '../accounts/find-account.ts';
import type { PlatformBindings } from '../bindings.ts';
import { markDue } from '../maintenance/mark-due.ts';
import { deliverStanding } from '../standing/deliver-standing.ts';
import type { AccountAddress } from './account-address.ts';
import { passGate, type ReachableAccount } from './account-gate.ts';
import { toAccountHeaders, toCallerHeaders } from './forwarded-headers.ts';
import { type ResendableBody, takeBody } from './resendable-body.ts';

/** What forwarding needs in addition to the request. */
interface ForwardContext {
  readonly bindings: PlatformBindings;
  readonly execution: ExecutionContext;
  readonly traceparent: string;
}

/**
 * Maximum number of times that a request is sent: it is repeated when the account answers that its route is out of
 * date.
 */
const SENDS_MAX = 2;

/** Status of an account's response to a request with another routing epoch than its own. */
const MISDIRECTED = toProblem(misdirected.error).status;

/**
 * Forwards a request to the account's Worker and streams the response back. The caller's token is forwarded unchanged:
 * the account's Worker verifies it itself, so reaching it by another route gains nothing.
 *
 * The request carries the routing epoch of the row. An account with another epoch answers 421. The platform then makes
 * any outstanding delivery of the standing, reads the row again, and sends the request once more if it still has its
 * body.
 *
 * @returns 404, 403 or 503 for an account that is not served, 501 for a connection upgrade, 502 when its Worker cannot
 *   be reached, 503 while row and account disagree on the routing epoch.
 */
export async function forwardToAccount(
  request: Request,
  address: AccountAddress,
  context: ForwardContext,
): Promise<Response | Refusal> {
  if (request.headers.has('upgrade')) return upgradeRefused;
  let body: ResendableBody | undefined;
  for (let send = 1; send <= SENDS_MAX; send++) {
    const account = await findReachable(address, context);
    if (isRefusal(account)) return account;
    if (body === undefined) {
      const taken = await takeBody(request);
      if (isRefusal(taken)) return taken;
      body = taken;
    }
    const answer = await sendOn(request, body, account, address, context);
    if (isRefusal(answer) || answer.status !== MISDIRECTED) return answer;
    await answer.body?.cancel();
    // Either the row was out of date, or the account has not received its standing yet.
    await deliverStanding(context.bindings, account.id, Date.now());
    if (!body.isHeld) break;
  }
  return moving;
}

async function findReachable(
  { slug }: AccountAddress,
  { bindings }: ForwardContext,
): Promise<ReachableAccount | Refusal> {
  // The request's bookmark belongs to the account's database, not to the registry's.
  const rows = await openDatabase(bindings.DB, 'first-primary').batch([accountBySlugQuery(slug)]);
  if (isRefusal(rows)) return rows;
  const row = rows[0][0];
  return passGate(row && toAccount(row));
}

async function sendOn(
  request: Request,
  { body }: ResendableBody,
  account: ReachableAccount,
  address: AccountAddress,
  { bindings, execution, traceparent }: ForwardContext,
): Promise<Response | Refusal> {
  const target = new URL(account.workerUrl);
  target.pathname = address.path;
  target.search = new URL(request.url).search;
  const headers = toAccountHeaders(request, address.prefix, account.routingEpoch);
  headers.set('traceparent', traceparent);
  const { method } = request;
  try {
    const answer = await fetch(target, { method, headers, body, redirect: 'manual' });
    execution.waitUntil(markDue(answer.headers, account.id, bindings.DB, Date.now()));
    return new Response(answer.body, {
      status: answer.status,
      statusText: answer.statusText,
      headers: toCallerHeaders(answer.headers, account.workerUrl, address.prefix),
    });
  } catch (error) {
    logFailure(error, { method, route: '/a/:slug/*', traceparent });
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
