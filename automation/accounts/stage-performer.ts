import type { OperationRequest } from '../../schema/factory/operation-messages.ts';
import { describeError, type Logger } from '../../system/logger.ts';
import type { ApiCallCounter } from '../budget/api-call-counter.ts';
import type { LiveOperations } from '../progress/live-operations.ts';
import type { ReportClient } from '../progress/report-client.ts';
import { createReporter } from '../progress/reporter.ts';
import { createTimeline } from '../progress/timeline.ts';
import { describeOperationFailure, type OperationFailure } from './operation-failure.ts';
import type { Progress, Stage, StageOutcome, StageResult } from './stage.ts';

export interface StagePerformerOptions {
  readonly reports: ReportClient;
  readonly calls: ApiCallCounter;
  readonly live: LiveOperations;
  readonly logger: Logger;
  readonly nowMs: () => number;
}

/** Runs one attempt at a stage. Never rejects; never settles when the service is stopping. */
export type StagePerformer = (
  stage: Stage,
  request: OperationRequest,
  attempt: number,
  progress: Progress,
) => Promise<StageOutcome>;

/** Makes the function that runs stages, with the timeline kept and the platform told while they run. */
export function createStagePerformer(options: StagePerformerOptions): StagePerformer {
  const { reports, calls, live, logger, nowMs } = options;
  return async (stage, request, attempt, journaled) => {
    const { operationId, account } = request;
    const base = await catchUp(reports, operationId, journaled, live.wasCutOff(operationId));
    const timeline = createTimeline(base.steps);
    const callsSoFar = calls.watch(account.id);
    const reporter = createReporter({ reports, operationId, revision: base.revision, logger });
    const changed = (): void => {
      const snapshot = {
        status: 'running' as const,
        steps: timeline.steps(),
        apiCalls: base.apiCalls + callsSoFar(),
      };
      live.set(operationId, { accountId: account.id, kind: request.kind, ...snapshot });
      reporter.publish(snapshot);
    };

    changed();
    const result = await runStage(stage, { request, attempt, timeline, changed });
    // The journal must not learn of an attempt that the next process will repeat.
    if (result.kind === 'interrupted') return new Promise<never>(() => {});
    if (result.kind === 'failed') {
      timeline.endRunning(nowMs(), describeOperationFailure(result.failure));
      logger.warn('a stage failed', { operationId, stage: stage.name, attempt, failure: result.failure });
    }
    const revision = await reporter.close();
    const progress: Progress = {
      steps: timeline.steps(),
      apiCalls: base.apiCalls + callsSoFar(),
      revision,
    };
    return result.kind === 'failed'
      ? { kind: 'failed', failure: result.failure, progress }
      : { kind: 'succeeded', progress };
  };
}

/**
 * After a crash the platform knows more than the journal: steps that ended in the stage that was cut off, and the
 * revision of the last report.
 */
async function catchUp(
  reports: ReportClient,
  operationId: string,
  journaled: Progress,
  wasCutOff: boolean,
): Promise<Progress> {
  if (!wasCutOff) return journaled;
  const answer = await reports.readOperation(operationId);
  if (answer.kind !== 'answered' || answer.operation.revision <= journaled.revision) return journaled;
  const { steps, apiCalls, revision } = answer.operation;
  return { ...journaled, steps, apiCalls: Math.max(apiCalls, journaled.apiCalls), revision };
}

async function runStage(stage: Stage, context: Parameters<Stage['run']>[0]): Promise<StageResult> {
  try {
    return await stage.run(context);
  } catch (error) {
    return { kind: 'failed', failure: toFailure(error) };
  }
}

/** Errors of the Cloudflare SDK carry a status; everything else is the service's own trouble. */
function toFailure(error: unknown): OperationFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'status' in error && typeof error.status === 'number') {
    return { kind: 'api_refused', status: error.status, message };
  }
  if (error instanceof Error && error.name === 'APIConnectionError')
    return { kind: 'api_unreachable', message };
  return { kind: 'service_failed', message: error instanceof Error ? message : describeError(error) };
}
