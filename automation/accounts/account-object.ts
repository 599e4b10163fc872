import * as restate from '@restatedev/restate-sdk';
import type { OperationKind } from '../../schema/factory/operation-kinds.ts';
import { type OperationRequest, reasonLengthMax } from '../../schema/factory/operation-messages.ts';
import type { EndedStatus } from '../../schema/factory/operation-states.ts';
import { attemptDurably, toEnding } from '../durable/attempts.ts';
import { longRunning } from '../durable/long-running.ts';
import type { ReportClient } from '../progress/report-client.ts';
import { type Snapshot, storeFinalReport } from '../progress/reporter.ts';
import type { OperationFailure } from './operation-failure.ts';
import type { Progress, Stage, StageOutcome } from './stage.ts';
import type { StagePerformer } from './stage-performer.ts';

/** Name of the Virtual Object in Restate; its key is the account id. */
export const accountObjectName = 'account';

export interface AccountObjectOptions {
  /** The stages of each kind of operation, by its name. */
  readonly stages: Readonly<Record<string, readonly Stage[]>>;
  readonly perform: StagePerformer;
  readonly reports: ReportClient;
  /** Waits before the second and every further attempt at a stage, in milliseconds: one attempt more than waits. */
  readonly retryDelaysMs?: readonly number[];
}

/** How an operation ended; Restate keeps it as the answer of the invocation. */
export interface OperationEnd {
  readonly operationId: string;
  readonly status: EndedStatus;
  readonly reason?: string;
}

/** The handlers of the object, for those who send to it: one for each kind of operation. */
export type AccountHandlers = Record<
  OperationKind,
  (context: restate.ObjectContext, request: OperationRequest) => Promise<OperationEnd>
>;

/** Five attempts in about a minute and a half, none of them unseen. */
const defaultRetryDelaysMs = [500, 4_000, 15_000, 60_000];

/** The longest that the end of an operation is offered to a platform that cannot store it. */
const finalReportRetry = {
  initialRetryInterval: 250,
  retryIntervalFactor: 2,
  maxRetryInterval: { seconds: 10 },
  maxRetryDuration: { hours: 24 },
} as const;

/**
 * The operations of one account, one at a time and each to its end, whatever dies meanwhile.
 *
 * Every attempt at a stage is a journal entry. An attempt that was cut off together with the service has none, and is
 * made again by the next one.
 */
export function createAccountObject(options: AccountObjectOptions) {
  const handle = (stages: readonly Stage[]) =>
    restate.handlers.object.exclusive(
      longRunning,
      (context: restate.ObjectContext, request: OperationRequest): Promise<OperationEnd> =>
        runOperation(context, options, stages, request),
    );
  const handlers = Object.entries(options.stages).map(([kind, stages]) => [kind, handle(stages)] as const);
  return restate.object({ name: accountObjectName, handlers: Object.fromEntries(handlers) });
}

async function runOperation(
  context: restate.ObjectContext,
  options: AccountObjectOptions,
  stages: readonly Stage[],
  request: OperationRequest,
): Promise<OperationEnd> {
  let progress: Progress = { steps: [], apiCalls: 0, revision: 0 };
  let failure: OperationFailure | undefined;
  let attempts = 0;
  for (const stage of stages) {
    const ended = await runStage(context, options, stage, request, progress);
    progress = ended.progress;
    attempts = ended.attempts;
    failure = ended.failure;
    if (failure !== undefined) break;
  }
  const { operationId } = request;
  const end: OperationEnd =
    failure === undefined
      ? { operationId, status: 'succeeded' }
      : { operationId, ...toEnding(failure, attempts) };
  const snapshot = toSnapshot(end, progress);
  await context.run(
    'report the end',
    async () => {
      const answer = await storeFinalReport(options.reports, operationId, snapshot, progress.revision);
      return answer.kind;
    },
    finalReportRetry,
  );
  return end;
}

interface StageEnd {
  readonly progress: Progress;
  readonly attempts: number;
  readonly failure?: OperationFailure;
}

async function runStage(
  context: restate.ObjectContext,
  options: AccountObjectOptions,
  stage: Stage,
  request: OperationRequest,
  start: Progress,
): Promise<StageEnd> {
  const { last, attempts } = await attemptDurably<StageOutcome>(
    context,
    stage.name,
    options.retryDelaysMs ?? defaultRetryDelaysMs,
    (attempt, previous) => options.perform(stage, request, attempt, previous?.progress ?? start),
  );
  const { progress } = last;
  return last.kind === 'succeeded' ? { progress, attempts } : { progress, attempts, failure: last.failure };
}

function toSnapshot(end: OperationEnd, progress: Progress): Snapshot {
  return {
    status: end.status,
    steps: progress.steps,
    apiCalls: progress.apiCalls,
    ...(end.reason === undefined ? {} : { reason: end.reason.slice(0, reasonLengthMax) }),
  };
}
