import type { ApiContext } from '../../http/api/api-context.ts';
import { checkPlatformToken } from '../../http/identity/platform-token.ts';
import type { Refusal } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { runMaintenance } from './run-maintenance.ts';
import { maintenanceTasks } from './tasks.ts';

/** When the platform should call again while another run is active, in milliseconds. */
const AFTER_BUSY_MS = 60_000;

/**
 * `POST /internal/v1/maintenance`: runs background tasks. Only the platform's cron calls it, with a token that the
 * platform has signed for this account; 401 otherwise.
 *
 * @returns What was done, and in how many seconds the account should be called again.
 */
export async function postMaintenance(
  context: ApiContext<AccountBindings>,
  now: () => number,
): Promise<Response | Refusal> {
  const { bindings, request, nowMs, traceparent } = context;
  const refused = await checkPlatformToken(
    request.headers,
    { publicKey: bindings.PLATFORM_PUBLIC_KEY, audience: bindings.AUDIENCE },
    nowMs,
  );
  if (refused !== undefined) return refused;
  context.timeLimit.lift(); // A run has its own time budget.
  const report = await runMaintenance({ bindings, tasks: maintenanceTasks, now, traceparent });
  const nextAtMs = report.kind === 'busy' ? nowMs + AFTER_BUSY_MS : report.nextAtMs;
  return Response.json({
    ran: report.kind === 'ran',
    tasks: report.kind === 'ran' ? report.tasks.map(({ nextAtMs: _next, ...shown }) => shown) : [],
    nextInSeconds: Math.max(0, Math.ceil((nextAtMs - now()) / 1000)),
  });
}
