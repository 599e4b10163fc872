import type { MaintenanceContext } from '../../maintenance/maintenance-task.ts';
import type { DueDelivery } from '../deliveries/due-deliveries.ts';
import { recordAttempt } from '../deliveries/record-attempt.ts';
import { askedPauseMs, PAUSE_AFTER_FAILURES } from '../deliveries/retry-schedule.ts';
import type { WebhookBindings, WebhookSetup } from '../webhook-setup.ts';
import { openLanes } from './lanes.ts';
import { sendMessage } from './send-message.ts';
import { isLocalDeployment } from './target-rules.ts';

/** How long to wait for a slow receiver before checking for deliveries to others, in milliseconds. */
const LOOK_AGAIN_MS = 500;

/** Deliveries that are being sent. */
export interface Sending {
  /** Whether nothing is being sent to an endpoint, or to any. */
  readonly isIdle: (endpointId?: string) => boolean;
  /** Adds deliveries of idle endpoints. At most one delivery of each row is being sent to an endpoint at a time. */
  readonly add: (due: readonly DueDelivery[]) => void;
  /** Waits for a short time until an endpoint is idle again. */
  readonly progress: () => Promise<void>;
  /**
   * Starts nothing more and waits for deliveries that are being sent: without the lease nothing may be sent.
   *
   * @returns Number of attempts.
   * @throws When a result could not be stored in D1.
   */
  readonly end: () => Promise<number>;
}

/**
 * Sends deliveries, several at a time, and records each result immediately. An endpoint that fails repeatedly, or asks
 * for a pause, gets nothing more in this run.
 */
export function startSending<Bindings extends WebhookBindings>(
  setup: WebhookSetup<Bindings>,
  context: MaintenanceContext<Bindings>,
): Sending {
  const { bindings, now, deadlineMs } = context;
  const isLocal = isLocalDeployment(bindings.ZONE);
  const lanes = openLanes<DueDelivery>(({ endpoint }) => endpoint.id);
  const failures = new Map<string, number>();
  const running = new Set<Promise<void>>();
  const broken: unknown[] = [];
  let attempted = 0;
  let isFreed = false;
  let wake = () => {};

  const sendOne = async (due: DueDelivery): Promise<void> => {
    const { endpoint, message } = due;
    const startMs = now();
    attempted += 1;
    const attempt = await sendMessage(message, endpoint, isLocal, now);
    const failed = attempt.kind === 'failed' ? (failures.get(endpoint.id) ?? endpoint.failures) + 1 : 0;
    failures.set(endpoint.id, failed);
    lanes.noteTime(endpoint.id, now() - startMs);
    if (failed >= PAUSE_AFTER_FAILURES || askedPauseMs(attempt) > 0) lanes.drop(endpoint.id);
    await recordAttempt(due, attempt, failed, setup, context);
  };

  const sendNext = (): void => {
    for (;;) {
      const next = now() < deadlineMs && broken.length === 0 ? lanes.take() : undefined;
      if (next === undefined) return;
      const work = sendOne(next)
        .catch((error: unknown) => void broken.push(error))
        .finally(() => {
          running.delete(work);
          lanes.leave(next);
          sendNext();
          isFreed ||= broken.length > 0 || lanes.isIdle(next.endpoint.id);
          if (isFreed) wake();
        });
      running.add(work);
    }
  };

  return {
    isIdle: lanes.isIdle,
    add: (due) => {
      lanes.add(due);
      sendNext();
    },
    progress: async () => {
      if (running.size > 0 && !isFreed) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, LOOK_AGAIN_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isFreed = false;
      if (broken.length > 0) throw broken[0];
    },
    end: async () => {
      lanes.drop();
      await Promise.all(running);
      if (broken.length > 0) throw broken[0];
      return attempted;
    },
  };
}
