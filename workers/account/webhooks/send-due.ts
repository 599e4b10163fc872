import type { MaintenanceContext } from '../maintenance/maintenance-task.ts';
import type { DueDelivery } from './due-deliveries.ts';
import { recordAttempt } from './record-attempt.ts';
import { PAUSE_AFTER_FAILURES } from './retry-schedule.ts';
import { sendMessage } from './send-message.ts';
import { isLocalDeployment } from './target-rules.ts';

// A Worker has six connections at a time; one is left for the database.
const CONCURRENCY_MAX = 5;

/**
 * Sends deliveries, several at a time, and writes down each as soon as it is known. An endpoint that fails often in a
 * row is left alone for the rest.
 *
 * @returns How many were attempted before time was up.
 */
export async function sendDue(due: readonly DueDelivery[], context: MaintenanceContext): Promise<number> {
  const { bindings, now, deadlineMs } = context;
  const isLocal = isLocalDeployment(bindings.ISSUER);
  const failures = new Map<string, number>();
  const waiting = interleave(due);
  let attempted = 0;
  const sendNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && now() < deadlineMs; next = waiting.shift()) {
      const { endpoint, message } = next;
      const before = failures.get(endpoint.id) ?? endpoint.failures;
      if (before >= PAUSE_AFTER_FAILURES && failures.has(endpoint.id)) continue;
      attempted += 1;
      const attempt = await sendMessage(message, endpoint, isLocal, now);
      const failed = attempt.kind === 'failed' ? (failures.get(endpoint.id) ?? endpoint.failures) + 1 : 0;
      failures.set(endpoint.id, failed);
      await recordAttempt(next, attempt, failed, context);
    }
  };
  // All of them end before the run does: nothing is to be sent without the lease.
  const lanes = await Promise.allSettled(Array.from({ length: CONCURRENCY_MAX }, sendNext));
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
  return attempted;
}

/** Takes turns among the endpoints, so that a slow one has a few of the lanes and never all for long. */
function interleave(due: readonly DueDelivery[]): DueDelivery[] {
  const places = new Map<string, number>();
  return due
    .map((delivery) => {
      const place = places.get(delivery.endpoint.id) ?? 0;
      places.set(delivery.endpoint.id, place + 1);
      return { delivery, place };
    })
    .sort((left, right) => left.place - right.place)
    .map(({ delivery }) => delivery);
}
