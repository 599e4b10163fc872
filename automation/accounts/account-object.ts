import * as restate from '@restatedev/restate-sdk';
import * as v from 'valibot';
import {
  type OperationKind,
  type OperationKinds,
  operationKinds,
} from '../../schema/factory/operation-kinds.ts';
import {
  type OperationRequest,
  operationRequest,
  reasonLengthMax,
} from '../../schema/factory/operation-messages.ts';
import type { EndedStatus } from '../../schema/factory/operation-states.ts';
import { attemptDurably, toEnding } from '../durable/attempts.ts';
import { longRunning } from '../durable/long-running.ts';
import type { ReportClient } from '../progress/report-client.ts';
import { type Snapshot, storeFinalReport } from '../progress/reporter.ts';
import { confirmOperation } from './confirm-operation.ts';
import { describeOperationFailure, type OperationFailure } from './operation-failure.ts';
import type { Progress, Stage, StageOutcome } from './stage.ts';
import type { StagePerformer } from './stage-performer.ts';

/** Name of the Virtual Object in Restate; its key is the account id. */
export const accountObjectName = 'account';

export interface AccountObjectOptions {
  /** The stages of each kind of operation, by its name. */
  readonly stages: Readonly<Record<string, readonly Stage[]>>;
  readonly perform: StagePerformer;
  readonly reports: ReportClient;
  /**
   * Delays before the second and each later attempt at a stage, in milliseconds. The number of attempts is one more.
   */
  readonly retryDelaysMs?: readonly number[];
  /** The kinds of operation that it carries out. Default: all kinds of the factory. */
  readonly kinds?: OperationKinds;
}

/** How an operation ended; Restate stores it as the result of the invocation. */
export interface OperationEnd {
  readonly operationId: string;
  readonly status: EndedStatus;
  readonly reason?: string;
}

/** The handlers of the object, for its callers: one for each kind of operation. */
export type AccountHandlers = Record<
  OperationKind,
  (context: restate.ObjectContext, request: OperationRequest) => Promise<OperationEnd>
>;

/** Five attempts within about 80 seconds. */
const defaultRetryDelaysMs = [500, 4_000, 15_000, 60_000];

/** How long to retry the final report while the platform cannot store it. */
const finalReportRetry = {
  initialRetryInterval: 250,
  retryIntervalFactor: 2,
  maxRetryInterval: { seconds: 10 },
  maxRetryDuration: { hours: 24 },
} as const;

/**
 * The operations of one account. They run one at a time, and each runs to its end, even after a crash.
 *
 * Every attempt at a stage is a journal entry. An attempt that was interrupted by the end of the service has no entry
 * and is repeated by the next service.
 *
 * A malformed message, or one that the platform did not request, ends with a terminal error: it changes nothing, is not
 * retried, and does not delay the account's other operations.
 */
export function createAccountObject(options: AccountObjectOptions) {
  const handle = (kind: string, stages: readonly Stage[]) =>
    restate.handlers.object.exclusive(
      longRunning,
      async (context: restate.ObjectContext, sent: OperationRequest): Promise<OperationEnd> =>
        runOperation(context, options, stages, parseRequest(sent, kind, context.key, options.kinds)),
    );
  const handlers = Object.entries(options.stages).map(
    ([kind, stages]) => [kind, handle(kind, stages)] as const,
  );
  return restate.object({ name: accountObjectName, handlers: Object.fromEntries(handlers) });
}

/** @throws {restate.TerminalError} When it is not a request of this kind for the account that is the object's key. */
function parseRequest(
  sent: unknown,
  kind: string,
  accountId: string,
  kinds: OperationKinds = operationKinds,
): OperationRequest {
  const parsed = v.safeParse(operationRequest(kinds), sent);
  const issues = parsed.success
    ? [
        ...(parsed.output.kind === kind ? [] : [`kind: this handler takes ${kind}`]),
        ...(parsed.output.account.id === accountId
          ? []
          : ['account.id: the key of this object is another account']),
      ]
    : parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the message'}: ${issue.message}`);
  if (parsed.success && issues.length === 0) return parsed.output;
  throw new restate.TerminalError(`not a valid operation request: ${issues.join('; ')}`, {
    errorCode: 400,
  });
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
  if (failure?.kind === 'operation_unknown') throw toTerminalError(failure);
  const end: OperationEnd =
    failure === undefined
      ? { operationId, status: 'succeeded' }
      : { operationId, ...toEnding(failure, attempts) };
  const snapshot = toSnapshot(end, progress);
  await context.run(
    'report the end',
    async () => {
      if (failure?.kind === 'platform_unavailable' && !(await isConfirmed(options.reports, request))) {
        return 'unknown';
      }
      const answer = await storeFinalReport(options.reports, operationId, snapshot, progress.revision);
      return answer.kind;
    },
    finalReportRetry,
  );
  return end;
}

function toTerminalError(failure: OperationFailure): restate.TerminalError {
  return new restate.TerminalError(describeOperationFailure(failure), { errorCode: 404 });
}

/**
 * Whether the platform has requested an operation whose stages could not ask it, so that a report about it is correct.
 *
 * @throws While the platform does not respond, so that the durable step is retried.
 */
async function isConfirmed(reports: ReportClient, request: OperationRequest): Promise<boolean> {
  const confirmation = await confirmOperation(reports, request);
  if (confirmation.kind === 'confirmed') return true;
  const { failure } = confirmation;
  if (failure.kind === 'platform_unavailable') throw new Error(describeOperationFailure(failure));
  return false;
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
