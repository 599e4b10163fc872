import type { Api } from '../../http/api/api.ts';
import { logFailure } from '../../http/api/log-failure.ts';
import { TRACEPARENT_HEADER } from '../../http/api/traceparent.ts';
import { openDatabase } from '../../http/database/database.ts';
import { MAINTENANCE_HEADER } from '../../http/request/maintenance-header.ts';
import { NDJSON_MEDIA_TYPE } from '../../http/request/media-type.ts';
import type { MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import { runMaintenance } from '../../maintenance/run-maintenance.ts';
import type { AccountBindings } from '../bindings.ts';

type Fetch = Api<AccountBindings>['fetch'];

/** How long writes are collected before a run, in milliseconds: a burst causes one run. */
const COLLECT_MS = 20;

// A Worker is stopped 30 s after its last response. A run starts new work for the first of these periods, which leaves
// time to finish it; writes that arrive meanwhile are followed for the second period.
const RUN_BUDGET_MS = 10_000;
const REPEAT_MS = 5_000;
const LIFETIME_MS = 30_000;

/** How long an isolate assumes that no endpoint waits for writes, in milliseconds. */
const IDLE_MS = 30_000;

/** When the platform is asked to call after a write that an endpoint waits for, in seconds. */
const CALL_WITHIN_SECONDS = 30;

/**
 * Runs the tasks that follow writes directly after a response that reports one, so that the platform's maintenance calls
 * are only a safety net. An account without waiting endpoints pays for one small read every half minute.
 */
export function followWrites(
  fetch: Fetch,
  tasks: readonly MaintenanceTask<AccountBindings>[],
  now: () => number,
): Fetch {
  const followers = tasks.filter(({ followsWrites }) => followsWrites !== undefined);
  // One isolate serves one account, and one run at a time is enough for all of its requests.
  let idleUntilMs = 0;
  let runsUntilMs = 0;
  let isWatched = false;
  let isWanted = false;

  const follow = async (bindings: AccountBindings, traceparent: string): Promise<void> => {
    isWanted = true;
    if (now() < runsUntilMs) return;
    // A time instead of a flag: an interrupted request never reaches its `finally`.
    runsUntilMs = now() + LIFETIME_MS;
    const repeatUntilMs = now() + REPEAT_MS;
    try {
      while (isWanted && now() < repeatUntilMs) {
        await scheduler.wait(COLLECT_MS);
        isWanted = false;
        const wanted = await findWanted(followers, bindings);
        isWatched = wanted.length > 0;
        if (!isWatched) {
          idleUntilMs = now() + IDLE_MS;
          return;
        }
        await runMaintenance({ bindings, tasks: wanted, now, budgetMs: RUN_BUDGET_MS, traceparent });
      }
    } catch (error) {
      logFailure(error, { method: 'RUN', route: 'maintenance', traceparent });
    } finally {
      runsUntilMs = 0;
    }
  };

  return async (request, bindings, execution) => {
    const response = await fetch(request, bindings, execution);
    if (!reportsWrite(request, response)) return response;
    if (response.headers.has(MAINTENANCE_HEADER)) idleUntilMs = 0;
    if (now() < idleUntilMs) return response;
    const followNow = () =>
      execution.waitUntil(follow(bindings, response.headers.get(TRACEPARENT_HEADER) ?? ''));
    // A cut connection ends an import without notice: then the platform's call finds what it has written.
    const isStreamed = response.headers.get('content-type') === NDJSON_MEDIA_TYPE;
    if (isWatched || isStreamed) askForCall(response.headers);
    followNow();
    return isStreamed ? whenRead(response, followNow) : response;
  };
}

/** The same response; `ended` is called at the end of a body that is written while it is sent, such as an import's. */
function whenRead(response: Response, ended: () => void): Response {
  const body = response.body?.pipeThrough(new TransformStream({ flush: ended }));
  return new Response(body ?? null, response);
}

/** Asks the platform to call this account soon, in case the run here does not finish. */
export function askForCall(headers: Headers): void {
  headers.set(MAINTENANCE_HEADER, String(CALL_WITHIN_SECONDS));
}

function reportsWrite(request: Request, response: Response): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return !isRead && response.ok && !new URL(request.url).pathname.startsWith('/internal/');
}

async function findWanted(
  followers: readonly MaintenanceTask<AccountBindings>[],
  bindings: AccountBindings,
): Promise<readonly MaintenanceTask<AccountBindings>[]> {
  const database = openDatabase(bindings.DB, 'first-primary');
  const wanted: MaintenanceTask<AccountBindings>[] = [];
  for (const task of followers) if (await task.followsWrites?.(database)) wanted.push(task);
  return wanted;
}
