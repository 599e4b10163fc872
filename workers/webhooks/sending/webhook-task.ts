import type { MaintenanceContext, MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import { readDue, readNextDueMs } from '../deliveries/due-deliveries.ts';
import { anyEndpoint, readActiveEndpoints } from '../events/active-endpoints.ts';
import { fanOut } from '../events/fan-out.ts';
import { runBatch } from '../run-batch.ts';
import type { WebhookBindings, WebhookSetup } from '../webhook-setup.ts';
import { type Sending, startSending } from './send-due.ts';

/**
 * Maximum time between two runs while an endpoint is enabled, in milliseconds. A run also sends the events of requests
 * that were interrupted before they could send them.
 */
const SAFETY_NET_MS = 300_000;

/** Sends events to the webhook endpoints; see `docs/webhooks.md`. */
export function createWebhookTask<Bindings extends WebhookBindings>(
  setup: WebhookSetup<Bindings>,
): MaintenanceTask<Bindings> {
  return {
    name: 'webhooks',
    restsWhileSuspended: true,
    followsWrites: async (database) => (await runBatch(database, [anyEndpoint]))[0].length > 0,
    async run(context) {
      const sending = startSending(setup, context);
      const isAllSent = await sendAll(sending, setup, context).catch(async (error: unknown) => {
        await sending.end();
        throw error;
      });
      const done = await sending.end();
      return isAllSent ? { done, more: false, ...(await rest(context)) } : { done, more: true };
    },
  };
}

/** Sends until nothing is due; false when the time ran out first. */
async function sendAll<Bindings>(
  sending: Sending,
  setup: WebhookSetup<Bindings>,
  context: MaintenanceContext<Bindings>,
): Promise<boolean> {
  const { database, now, deadlineMs } = context;
  while (now() < deadlineMs) {
    const endpoints = await readActiveEndpoints(database, now());
    if (endpoints.length === 0) return true;
    const mayHaveMore = await fanOut(endpoints, setup, context);
    const idle = endpoints.filter(({ id }) => sending.isIdle(id));
    sending.add(await readDue(idle, database, now()));
    if (sending.isIdle() && !mayHaveMore) return true;
    await sending.progress();
  }
  return false;
}

/** When the next delivery is due, at most `SAFETY_NET_MS` from now. */
async function rest({ database, now }: MaintenanceContext<unknown>): Promise<{ readonly nextAtMs?: number }> {
  const endpoints = await readActiveEndpoints(database, now());
  if (endpoints.length === 0) return {};
  const safetyNetMs = now() + SAFETY_NET_MS;
  return { nextAtMs: Math.min((await readNextDueMs(endpoints, database)) ?? safetyNetMs, safetyNetMs) };
}
