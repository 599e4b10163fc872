import type { Api } from '../../http/api/api.ts';
import { logFailure } from '../../http/api/log-failure.ts';
import { TRACEPARENT_HEADER } from '../../http/api/traceparent.ts';
import { openDatabase } from '../../http/database/database.ts';
import type { AccountBindings } from '../bindings.ts';
import { sealEvents } from './seal-events.ts';

type Fetch = Api<AccountBindings>['fetch'];

/** How long events are collected for one seal, in milliseconds. Until then an alteration cannot be detected. */
const COLLECT_MS = 10_000;

/** How long one run starts new seals, in milliseconds. A Worker is stopped 30 s after its last response. */
const RUN_MS = 10_000;

/**
 * Seals the audit trail a few seconds after requests that wrote to it, once for all of them. The account's maintenance
 * seals the rest if a Worker is stopped before.
 */
export function sealSoon(fetch: Fetch, now: () => number): Fetch {
  // A time instead of a flag: an interrupted run never resets a flag.
  let isPlannedUntilMs = 0;

  const seal = async (bindings: AccountBindings, traceparent: string): Promise<void> => {
    await scheduler.wait(COLLECT_MS);
    // From here on a new event may be too late for this run, so it plans the next one.
    isPlannedUntilMs = 0;
    try {
      const database = openDatabase(bindings.DB, 'first-primary');
      await sealEvents(database, now, now() + RUN_MS); // A refusal means that D1 is busy: the next run continues.
    } catch (error) {
      logFailure(error, { method: 'RUN', route: 'seal-audit-events', traceparent });
    }
  };

  return async (request, bindings, execution) => {
    const response = await fetch(request, bindings, execution);
    // Reads count, because a download is an event too.
    if (!response.ok || !new URL(request.url).pathname.startsWith('/v1/') || now() < isPlannedUntilMs) {
      return response;
    }
    isPlannedUntilMs = now() + COLLECT_MS * 2;
    execution.waitUntil(seal(bindings, response.headers.get(TRACEPARENT_HEADER) ?? ''));
    return response;
  };
}
