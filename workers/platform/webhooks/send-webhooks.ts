import { logFailure } from '../../http/api/log-failure.ts';
import { toTraceparent } from '../../http/api/traceparent.ts';
import type { MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import { runMaintenance } from '../../maintenance/run-maintenance.ts';
import { webhookCleanUpTask } from '../../webhooks/deliveries/clean-up-task.ts';
import { createWebhookTask } from '../../webhooks/sending/webhook-task.ts';
import type { PlatformBindings } from '../bindings.ts';
import { forgetEventsTask } from './forget-events-task.ts';
import { platformWebhooks } from './platform-webhooks.ts';

const tasks: readonly MaintenanceTask<PlatformBindings>[] = [
  forgetEventsTask,
  webhookCleanUpTask,
  // Last, so that it gets the time that the others leave.
  createWebhookTask(platformWebhooks),
];

/**
 * Sends the webhooks that are due and removes old ones, for about 15 s. A lease keeps two invocations of the cron from
 * sending at the same time. Never rejects: failures are logged, and the next run tries again.
 */
export async function sendWebhooks(bindings: PlatformBindings, now: () => number): Promise<void> {
  const traceparent = toTraceparent(new Headers());
  await runMaintenance({ bindings, tasks, now, traceparent }).catch((error: unknown) =>
    logFailure(error, { method: 'RUN', route: 'webhooks', traceparent }),
  );
}
