import * as restate from '@restatedev/restate-sdk';
import { describeFailure, judgeFailure, type PulumiFailure } from '../../engine/runner/pulumi-failure.ts';
import type { PlatformClient } from '../platform/platform-client.ts';
import type { LiveOperations } from '../progress/live-operations.ts';
import { type Snapshot, storeFinalReport } from '../progress/reporter.ts';
import type { OperationKind, OperationRequest } from './operation-request.ts';
import type { Progress, Stage } from './stage.ts';
import type { StagePerformer } from './stage-performer.ts';

/** Name of the Virtual Object in Restate; its key is the account id. */
export const accountObjectName = 'account';

export interface AccountObjectOptions {
  readonly stages: Readonly<Record<OperationKind, readonly Stage[]>>;
  readonly perform: StagePerformer;
  readonly platform: PlatformClient;
  readonly live: LiveOperations;
  /** Waits before the second and every further attempt at a stage, in milliseconds: one attempt more than waits. */
  readonly retryDelaysMs?: readonly number[];
}

/** How an operation ended; Restate keeps it as the answer of the invocation. */
export interface OperationEnd {
  readonly operationId: string;
  readonly status: 'succeeded' | 'failed' | 'stalled';
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
  const handle = (kind: OperationKind) =>
    restate.handlers.object.exclusive(
      handlerOptions,
      (context: restate.ObjectContext, request: OperationRequest): Promise<OperationEnd> =>
        runOperation(context, options, kind, request),
    );
  return restate.object({
    name: accountObjectName,
    handlers: {
      provision: handle('provision'),
      upgrade: handle('upgrade'),
      refresh: handle('refresh'),
      offboard: handle('offboard'),
    },
  });
}

async function runOperation(
  context: restate.ObjectContext,
  options: AccountObjectOptions,
  kind: OperationKind,
  request: OperationRequest,
): Promise<OperationEnd> {
  let progress: Progress = { steps: [], apiCalls: 0, revision: 0 };
  let failure: PulumiFailure | undefined;
  let attempts = 0;
  for (const stage of options.stages[kind]) {
    const ended = await runStage(context, options, stage, request, progress);
    progress = ended.progress;
    attempts = ended.attempts;
    failure = ended.failure;
    if (failure !== undefined) break;
  }
  const end = toEnd(request.operationId, failure, attempts);
  const snapshot = toSnapshot(end, progress);
  const { account, operationId } = request;
  options.live.set(operationId, { accountId: account.id, kind, ...snapshot });
  await context.run(
    'report the end',
    async () => {
      const answer = await storeFinalReport(options.platform, operationId, snapshot, progress.revision);
      return answer.kind;
    },
    finalReportRetry,
  );
  return end;
}

interface StageEnd {
  readonly progress: Progress;
  readonly attempts: number;
  readonly failure?: PulumiFailure;
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
    if (judgeFailure(outcome.failure) !== 'retry' || delayMs === undefined) {
      return { progress, attempts: attempt, failure: outcome.failure };
    }
    await context.sleep(delayMs, `before attempt ${attempt + 1}`);
  }
}

function toEnd(operationId: string, failure: PulumiFailure | undefined, attempts: number): OperationEnd {
  if (failure === undefined) return { operationId, status: 'succeeded' };
  const reason = describeFailure(failure);
  return judgeFailure(failure) === 'fail'
    ? { operationId, status: 'failed', reason }
    : { operationId, status: 'stalled', reason: `given up after ${attempts} attempts: ${reason}` };
}

/** Length of a reason that the platform's row allows. */
const reasonLengthMax = 4_000;

function toSnapshot(end: OperationEnd, progress: Progress): Snapshot {
  return {
    status: end.status,
    steps: progress.steps,
    apiCalls: progress.apiCalls,
    ...(end.reason === undefined ? {} : { reason: end.reason.slice(0, reasonLengthMax) }),
    ...(end.status === 'succeeded' && progress.release !== undefined
      ? { account: { release: progress.release } }
      : {}),
  };
}
