import { toFailure } from '../../engine/runner/pulumi-failure.ts';
import type { OperationRequest } from '../../schema/factory/operation-messages.ts';
import type { Logger } from '../../system/logger.ts';
import type { ApiCallCounter } from '../budget/api-call-counter.ts';
import type { ReportClient } from '../progress/report-client.ts';
import { createReporter } from '../progress/reporter.ts';
import { createTimeline } from '../progress/timeline.ts';
import { describeOperationFailure } from './operation-failure.ts';
import type { Progress, Stage, StageOutcome, StageResult } from './stage.ts';

export interface StagePerformerOptions {
  readonly reports: ReportClient;
  readonly calls: ApiCallCounter;
  /** Operations in which a process before this one was cut off: they may have got further than their journal says. */
  readonly cutOff: ReadonlySet<string>;
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
  const { reports, calls, logger, nowMs } = options;
  const cutOff = new Set(options.cutOff);
  return async (stage, request, attempt, journaled) => {
    const { operationId, account } = request;
    const base = await catchUp(reports, operationId, journaled, cutOff.delete(operationId));
    const timeline = createTimeline(base.steps);
    const callsSoFar = calls.watch(account.id);
    const reporter = createReporter({ reports, operationId, revision: base.revision, logger });
    const changed = (): void => {
      reporter.publish({
        status: 'running',
        steps: timeline.steps(),
        apiCalls: base.apiCalls + callsSoFar(),
      });
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
