import type { OperationKinds } from '../../schema/factory/operation-kinds.ts';
import { logFailure } from '../http/api/log-failure.ts';
import { addSecurityHeaders } from '../http/api/security-headers.ts';
import { TRACEPARENT_HEADER, toTraceparent } from '../http/api/traceparent.ts';
import { problemResponse } from '../http/problems/problem-response.ts';
import { isRefusal } from '../http/problems/refusal.ts';
import type { PlatformBindings } from './bindings.ts';
import { forgetExpired } from './maintenance/forget-expired.ts';
import { runDueMaintenance } from './maintenance/run-due-maintenance.ts';
import { resendOperations } from './operations/resend-operations.ts';
import { createPlatformApi } from './platform-api.ts';
import { type AccountAddress, findAccountAddress } from './routing/account-address.ts';
import { forwardToAccount } from './routing/forward-to-account.ts';
import { redeliverStandings } from './standing/redeliver-standings.ts';
import { sendWebhooks } from './webhooks/send-webhooks.ts';

/**
 * The platform's Worker: the registry's API, the routing to every account's API, and the tasks that run each minute.
 *
 * @param kinds What the factory knows of each kind of operation. Default: its own table.
 */
export function createPlatformWorker(kinds?: OperationKinds): ExportedHandler<PlatformBindings> {
  const api = createPlatformApi(kinds);
  return {
    async fetch(request, bindings, execution) {
      const url = new URL(request.url);
      const address = findAccountAddress(url, bindings.ZONE);
      // The files of the docs page are the same on every host.
      if (address === undefined || url.pathname.startsWith('/docs-assets/'))
        return api.fetch(request, bindings, execution);
      return answerForAccount(request, address, bindings, execution);
    },
    async scheduled(_controller, bindings) {
      const nowMs = Date.now();
      const tasks = {
        'resend-operations': () => resendOperations(bindings, nowMs),
        'redeliver-standings': () => redeliverStandings(bindings, Date.now),
        'forget-expired': () => forgetExpired(bindings.DB, nowMs),
        'send-webhooks': () => sendWebhooks(bindings, Date.now),
      };
      // Each may fail without the others. Maintenance is last, because it may take most of the minute.
      await runEach(tasks);
      await runEach({ maintenance: () => runDueMaintenance(bindings, Date.now) });
    },
  };
}

/** Runs tasks of the cron trigger at the same time, and logs those that fail. */
async function runEach(tasks: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  await Promise.all(
    Object.entries(tasks).map(([name, run]) =>
      run().catch((error: unknown) => {
        logFailure(error, { method: 'CRON', route: name, traceparent: '' });
      }),
    ),
  );
}

async function answerForAccount(
  request: Request,
  address: AccountAddress,
  bindings: PlatformBindings,
  execution: ExecutionContext,
): Promise<Response> {
  const traceparent = toTraceparent(request.headers);
  const path = new URL(request.url).pathname;
  const answer = await forwardToAccount(request, address, { bindings, execution, traceparent }).catch(
    (error: unknown) => {
      logFailure(error, { method: request.method, route: '/a/:slug/*', traceparent });
      return problemResponse({ kind: 'internal' }, path);
    },
  );
  const response = isRefusal(answer) ? problemResponse(answer.error, path) : answer;
  addSecurityHeaders(response.headers);
  response.headers.set(TRACEPARENT_HEADER, traceparent);
  return response;
}
