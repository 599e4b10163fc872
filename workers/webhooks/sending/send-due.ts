import type { MaintenanceContext } from '../../maintenance/maintenance-task.ts';
import type { DueDelivery } from '../deliveries/due-deliveries.ts';
import { recordAttempt } from '../deliveries/record-attempt.ts';
import { askedPauseMs, PAUSE_AFTER_FAILURES } from '../deliveries/retry-schedule.ts';
import type { WebhookBindings, WebhookSetup } from '../webhook-setup.ts';
import { openLanes } from './lanes.ts';
import { sendMessage } from './send-message.ts';
import { isLocalDeployment } from './target-rules.ts';

/** How long to wait for a slow receiver before looking whether there is something for the others, in milliseconds. */
const LOOK_AGAIN_MS = 500;

/** Deliveries on their way. */
export interface Sending {
  /** Whether nothing is on its way to an endpoint, or to any. */
  readonly isIdle: (endpointId?: string) => boolean;
  /** Takes deliveries of idle endpoints: at most one of each row is on its way to an endpoint at a time. */
  readonly add: (due: readonly DueDelivery[]) => void;
  /** Waits until an endpoint is idle again, and not long. */
  readonly progress: () => Promise<void>;
  /**
   * Begins nothing more and waits for what is on its way: nothing is to be sent without the lease.
   *
   * @returns How many were attempted in all.
   * @throws When D1 did not take a result.
   */
  readonly end: () => Promise<number>;
}

/**
 * Sends deliveries, several at a time, and writes down each as soon as it is known. An endpoint that fails often in a
 * row, or asks for a pause, is left alone for the rest.
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
