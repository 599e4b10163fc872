import type { PlatformBindings } from '../bindings.ts';
import { standingBasis } from './account-standing.ts';
import { deliverStanding } from './deliver-standing.ts';
import { followBasis, selectDue } from './delivery-rows.ts';

/** Deliveries of one run. The next run, a minute later, continues with the rest. */
const DELIVERIES_MAX = 250;
/** How long one run starts new deliveries, in milliseconds. */
const RUN_BUDGET_MS = 20_000;
// A Worker has six connections at a time, and operations are sent again at the same time.
const CONCURRENCY_MAX = 3;

/**
 * Makes the deliveries that are due: those that failed in the request that caused them, and those of a change of the
 * platform's own settings, which reaches every account.
 *
 * @returns Number of due deliveries.
 */
export async function redeliverStandings(bindings: PlatformBindings, now: () => number): Promise<number> {
  const startMs = now();
  const follow = followBasis(await standingBasis(bindings));
  const select = selectDue(startMs, DELIVERIES_MAX);
  const [, due] = await bindings.DB.batch<{ readonly id: string }>(
    [follow, select].map(({ sql, parameters }) => bindings.DB.prepare(sql).bind(...parameters)),
  );
  const waiting = [...(due?.results ?? [])];
  const total = waiting.length;
  const deliverNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (now() - startMs > RUN_BUDGET_MS) return;
      await deliverStanding(bindings, next.id, now());
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY_MAX }, deliverNext));
  return total;
}
