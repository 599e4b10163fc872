import type { AccountResources } from '../../engine/recovery/account-resources.ts';
import { type Recovery, recoverStack } from '../../engine/recovery/recover-stack.ts';
import type { PulumiOutcome, PulumiRun, PulumiRunner } from '../../engine/runner/pulumi-runner.ts';
import type { RunRecords } from '../../engine/runner/run-record.ts';
import type { StackStates } from '../../engine/states/stack-state.ts';
import { physicalName } from '../../schema/factory/names.ts';
import type { Logger } from '../../system/logger.ts';
import { recordResourceSteps } from '../progress/resource-steps.ts';
import type { StageContext } from './stage.ts';

export interface StackRunsOptions {
  readonly runner: PulumiRunner;
  readonly states: StackStates;
  readonly records: RunRecords;
  /** Cloudflare, with the calls counted for this stack. */
  readonly resourcesOf: (stack: string) => AccountResources;
  readonly logger: Logger;
  readonly nowMs: () => number;
}

/** Runs of `pulumi` on the stack of the account that an operation is for. */
export interface StackRuns {
  /** Puts the stack right after a run that did not end well; always before the next one. */
  recover(context: StageContext): Promise<Recovery>;
  /** Runs a command, with what happens to each resource as a step of the operation. */
  run(
    context: StageContext,
    recovery: Extract<Recovery, { kind: 'clean' | 'recovered' }>,
    command: PulumiRun['command'],
    args?: readonly string[],
  ): Promise<PulumiOutcome>;
}

/** Makes the runs of a service. */
export function createStackRuns(options: StackRunsOptions): StackRuns {
  const { runner, records, states, logger, nowMs } = options;
  return {
    recover({ request: { operationId, account } }) {
      return recoverStack({
        stack: account.id,
        physicalName: physicalName(account.id),
        operationId,
        records,
        states,
        resources: options.resourcesOf(account.id),
        logger,
      });
    },
    run({ request, timeline, changed }, recovery, command, args = []) {
      return runner.run({
        stack: request.account.id,
        command,
        operationId: request.operationId,
        interruptions: recovery.kind === 'recovered' ? recovery.interruptions : 0,
        args,
        onEvent: recordResourceSteps(timeline, changed, nowMs),
      });
    },
  };
}
