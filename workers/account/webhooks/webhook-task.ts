import type { Database } from '../../http/database.ts';
import type { MaintenanceContext, MaintenanceTask } from '../maintenance/maintenance-task.ts';
import { anyEndpoint, readActiveEndpoints } from './active-endpoints.ts';
import { readDue, readNextDueMs } from './due-deliveries.ts';
import { fanOut } from './fan-out.ts';
import { runBatch } from './run-batch.ts';
import { sendDue } from './send-due.ts';

/**
 * How long an account with an enabled endpoint is left alone at most, in milliseconds: within this time it passes on
 * what was written by a request that was cut off before it could do so itself.
 */
const SAFETY_NET_MS = 300_000;

/** Tells the account's webhook endpoints what has happened; see `docs/webhooks.md`. */
export const webhookTask: MaintenanceTask = {
  name: 'webhooks',
  followsWrites: async (database) => (await runBatch(database, [anyEndpoint]))[0].length > 0,
  async run(context) {
    const { database, now, deadlineMs } = context;
    let done = 0;
    while (now() < deadlineMs) {
      const endpoints = await readActiveEndpoints(database, now());
      if (endpoints.length === 0) return { done, more: false };
      const mayHaveMore = await fanOut(endpoints, context);
      const due = await readDue(endpoints, database, now());
      done += await sendDue(due, context);
      if (due.length === 0 && !mayHaveMore) return await rest(done, database, context);
    }
    return { done, more: true };
  },
};

async function rest(done: number, database: Database, { now }: MaintenanceContext) {
  const endpoints = await readActiveEndpoints(database, now());
  const safetyNetMs = now() + SAFETY_NET_MS;
  if (endpoints.length === 0) return { done, more: false };
  const nextDueMs = (await readNextDueMs(endpoints, database)) ?? safetyNetMs;
  return { done, more: false, nextAtMs: Math.min(nextDueMs, safetyNetMs) };
}
