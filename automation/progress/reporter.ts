import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationReport } from '../../schema/factory/operation-messages.ts';
import { hasEnded } from '../../schema/factory/operation-states.ts';
import type { Logger } from '../../system/logger.ts';
import type { ReportAnswer, ReportClient } from './report-client.ts';

/** A report without its revision. */
export type Snapshot = Omit<OperationReport, 'revision'>;

/** Sends the progress of one operation to the platform: one request at a time, with the newest snapshot. */
export interface Reporter {
  /** Replaces the pending report. */
  publish(snapshot: Snapshot): void;
  /** Stops after the current request and returns the last revision used. */
  close(): Promise<number>;
}

export interface ReporterOptions {
  readonly reports: ReportClient;
  readonly operationId: string;
  /** The last revision known to be used. */
  readonly revision: number;
  readonly logger: Logger;
  /** Minimum interval between two requests; viewers are updated at most every 250 ms. Default 100. */
  readonly pauseMs?: number;
}

/** Creates the reporter of one stage. Progress that cannot be sent is dropped when newer progress replaces it. */
export function createReporter(options: ReporterOptions): Reporter {
  const pauseMs = options.pauseMs ?? 100;
  let revision = options.revision;
  let next: Snapshot | undefined;
  let closed = false;
  let sending: Promise<void> | undefined;
  const closing = new AbortController();
  const pause = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal: closing.signal }).catch(() => {
      // It was closed in the meantime.
    });

  const send = async (): Promise<void> => {
    while (next !== undefined && !closed) {
      const snapshot = next;
      next = undefined;
      revision += 1;
      const answer = await options.reports.reportOperation(options.operationId, { ...snapshot, revision });
      if (answer.kind === 'answered') {
        // An earlier process of the service reported before it died, so the revision continues from its last one.
        if (answer.operation.revision > revision) {
          revision = answer.operation.revision;
          next ??= snapshot;
        }
      } else if (answer.kind === 'unavailable') {
        next ??= snapshot;
        await pause(400);
      } else {
        options.logger.warn('the platform refuses progress', {
          operationId: options.operationId,
          detail: answer.detail,
        });
      }
      await pause(pauseMs);
    }
  };

  return {
    publish(snapshot) {
      if (closed) return;
      next = snapshot;
      sending ??= send().finally(() => {
        sending = undefined;
      });
    },
    async close() {
      closed = true;
      closing.abort();
      await sending;
      return revision;
    },
  };
}

/**
 * Stores the last report of an operation, with any revision on the platform.
 *
 * @returns The final answer: stored or refused. Throws while the platform is unreachable, so that the caller's durable
 *   step is repeated.
 */
export async function storeFinalReport(
  reports: ReportClient,
  operationId: string,
  snapshot: Snapshot,
  revision: number,
): Promise<ReportAnswer> {
  let next = revision + 1;
  for (;;) {
    const answer = await reports.reportOperation(operationId, { ...snapshot, revision: next });
    if (answer.kind === 'unavailable')
      throw new Error(`the platform cannot store the end of ${operationId}: ${answer.detail}`);
    if (answer.kind !== 'answered') return answer;
    const { status, revision: stored } = answer.operation;
    if (hasEnded(status)) return answer;
    next = Math.max(stored, next) + 1;
  }
}
