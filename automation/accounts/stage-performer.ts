import { toFailure } from '../../engine/runner/pulumi-failure.ts';
import type { OperationRequest, StoredOperation } from '../../schema/factory/operation-messages.ts';
import type { Logger } from '../../system/logger.ts';
import type { ApiCallCounter } from '../budget/api-call-counter.ts';
import type { ReportClient } from '../progress/report-client.ts';
import { createReporter } from '../progress/reporter.ts';
import { createTimeline } from '../progress/timeline.ts';
import { confirmOperation } from './confirm-operation.ts';
import { describeOperationFailure } from './operation-failure.ts';
import type { Progress, Stage, StageOutcome, StageResult } from './stage.ts';

export interface StagePerformerOptions {
  readonly reports: ReportClient;
  readonly calls: ApiCallCounter;
  /** Operations that the end of an earlier process interrupted: they may be further than their journal says. */
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

/** Creates the function that runs stages, keeps the timeline, and reports it to the platform meanwhile. */
export function createStagePerformer(options: StagePerformerOptions): StagePerformer {
  const { reports, calls, logger, nowMs } = options;
  const cutOff = new Set(options.cutOff);
  return async (stage, sent, attempt, journaled) => {
    const confirmation = await confirmOperation(reports, sent);
    if (confirmation.kind === 'unconfirmed') {
      const { failure } = confirmation;
      logger.warn('a stage did not begin', {
        operationId: sent.operationId,
        stage: stage.name,
        attempt,
        failure,
      });
      return { kind: 'failed', failure, progress: journaled };
    }
    const { request, operation } = confirmation;
    const { accountStatus } = operation;
    const { operationId, account } = request;
    const base = cutOff.delete(operationId) ? catchUp(operation, journaled) : journaled;
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
    const result = await runStage(stage, { request, accountStatus, attempt, timeline, changed });
    // An attempt that the next process repeats must not be in the journal.
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
 * After a crash the platform knows more than the journal: steps that ended in the interrupted stage, and the revision
 * of the last report.
 */
function catchUp(stored: StoredOperation, journaled: Progress): Progress {
  if (stored.revision <= journaled.revision) return journaled;
  const { steps, apiCalls, revision } = stored;
  return { ...journaled, steps, apiCalls: Math.max(apiCalls, journaled.apiCalls), revision };
}

async function runStage(stage: Stage, context: Parameters<Stage['run']>[0]): Promise<StageResult> {
  try {
    return await stage.run(context);
  } catch (error) {
    return { kind: 'failed', failure: toFailure(error) };
  }
}
