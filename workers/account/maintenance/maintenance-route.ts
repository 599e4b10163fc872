import { accountStates } from '../../../schema/factory/account-states.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { checkPlatformToken } from '../../http/identity/platform-token.ts';
import { refuseByStatus } from '../../http/problems/account-problems.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import { runMaintenance } from '../../maintenance/run-maintenance.ts';
import type { AccountBindings } from '../bindings.ts';
import { readStanding } from '../lifecycle/known-standing.ts';
import { platformRules } from '../lifecycle/platform-rules.ts';
import { maintenanceTasks } from './tasks.ts';

/** When the platform should call again while another run is active, in milliseconds. */
const AFTER_BUSY_MS = 60_000;

/**
 * `POST /internal/v1/maintenance`: runs background tasks. Only the platform's cron calls it, with a token that the
 * platform has signed for this account; 401 otherwise.
 *
 * A suspended account is still maintained, because legal retention periods continue, but nothing is sent out. An account
 * that is leaving or not set up is refused with the problem of its status.
 *
 * @returns What was done, and in how many seconds the account should be called again.
 */
export async function postMaintenance(
  context: ApiContext<AccountBindings>,
  now: () => number,
): Promise<Response | Refusal> {
  const { bindings, request, nowMs, traceparent } = context;
  const refused = await checkPlatformToken(request.headers, platformRules(bindings), nowMs);
  if (refused !== undefined) return refused;
  const standing = await readStanding(context);
  if (isRefusal(standing)) return standing;
  const { isMaintained, isServed } = accountStates[standing.status];
  const closed = isMaintained ? undefined : refuseByStatus(standing.status, standing.reason);
  if (closed !== undefined) return closed;
  context.timeLimit.lift(); // A run has its own time budget.
  const tasks = maintenanceTasks.filter(
    ({ restsWhileSuspended = false }) => isServed || !restsWhileSuspended,
  );
  const report = await runMaintenance({ bindings, tasks, now, traceparent });
  const nextAtMs = report.kind === 'busy' ? nowMs + AFTER_BUSY_MS : report.nextAtMs;
  return Response.json({
    ran: report.kind === 'ran',
    tasks: report.kind === 'ran' ? report.tasks.map(({ nextAtMs: _next, ...shown }) => shown) : [],
    nextInSeconds: Math.max(0, Math.ceil((nextAtMs - now()) / 1000)),
  });
}
