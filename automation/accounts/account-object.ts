import * as restate from '@restatedev/restate-sdk';
import { type OperationRequest, reasonLengthMax } from '../../schema/factory/operation-messages.ts';
import type { EndedStatus } from '../../schema/factory/operation-states.ts';
import type { LiveOperations } from '../progress/live-operations.ts';
import type { ReportClient } from '../progress/report-client.ts';
import { type Snapshot, storeFinalReport } from '../progress/reporter.ts';
import {
  describeOperationFailure,
  judgeOperationFailure,
  type OperationFailure,
} from './operation-failure.ts';
import type { Progress, Stage } from './stage.ts';
import type { StagePerformer } from './stage-performer.ts';

/** Name of the Virtual Object in Restate; its key is the account id. */
export const accountObjectName = 'account';

export interface AccountObjectOptions {
  /** The stages of each kind of operation, by its name. */
  readonly stages: Readonly<Record<string, readonly Stage[]>>;
  readonly perform: StagePerformer;
  readonly reports: ReportClient;
  readonly live: LiveOperations;
  /** Waits before the second and every further attempt at a stage, in milliseconds: one attempt more than waits. */
  readonly retryDelaysMs?: readonly number[];
}

/** How an operation ended; Restate keeps it as the answer of the invocation. */
export interface OperationEnd {
  readonly operationId: string;
  readonly status: EndedStatus;
  readonly reason?: string;
}

/** Five attempts in about a minute and a half, none of them unseen. */
const defaultRetryDelaysMs = [500, 4_000, 15_000, 60_000];

/** A stage is one step for Restate and may take as long as a slow update does; the default would abort it at 10 minutes. */
const stageTimeout = { minutes: 30 };

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
  const handlerOptions = {
    inactivityTimeout: stageTimeout,
    abortTimeout: stageTimeout,
    idempotencyRetention: { days: 7 },
    journalRetention: { days: 7 },
    // Only a service that is away gets here, since stages answer with values. It is looked for until it is back.
    retryPolicy: {
      initialInterval: { milliseconds: 100 },
      exponentiationFactor: 2,
      maxInterval: { seconds: 2 },
      maxAttempts: 1_000_000,
      onMaxAttempts: 'pause',
    },
  } as const;
  const handle = (stages: readonly Stage[]) =>
    restate.handlers.object.exclusive(
      handlerOptions,
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
  const end = toEnd(request.operationId, failure, attempts);
  const snapshot = toSnapshot(end, progress);
  const { account, kind, operationId } = request;
  options.live.set(operationId, { accountId: account.id, kind, ...snapshot });
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
  const delaysMs = options.retryDelaysMs ?? defaultRetryDelaysMs;
  let progress = start;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await context.run(`${stage.name}, attempt ${attempt}`, () =>
      options.perform(stage, request, attempt, progress),
    );
    progress = outcome.progress;
    if (outcome.kind === 'succeeded') return { progress, attempts: attempt };
    const delayMs = delaysMs[attempt - 1];
    if (judgeOperationFailure(outcome.failure) !== 'retry' || delayMs === undefined) {
      return { progress, attempts: attempt, failure: outcome.failure };
    }
    await context.sleep(delayMs, `before attempt ${attempt + 1}`);
  }
}

function toEnd(operationId: string, failure: OperationFailure | undefined, attempts: number): OperationEnd {
  if (failure === undefined) return { operationId, status: 'succeeded' };
  const reason = describeOperationFailure(failure);
  return judgeOperationFailure(failure) === 'fail'
    ? { operationId, status: 'failed', reason }
    : { operationId, status: 'stalled', reason: `given up after ${attempts} attempts: ${reason}` };
}

function toSnapshot(end: OperationEnd, progress: Progress): Snapshot {
  return {
    status: end.status,
    steps: progress.steps,
    apiCalls: progress.apiCalls,
    ...(end.reason === undefined ? {} : { reason: end.reason.slice(0, reasonLengthMax) }),
  };
}
