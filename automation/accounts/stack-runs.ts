import { type Recovery, recoverStack } from '../../engine/recovery/recover-stack.ts';
import type { PulumiRun } from '../../engine/runner/pulumi-run.ts';
import type { PulumiOutcome } from '../../engine/runner/run-outcome.ts';
import type { StackTools } from '../../engine/stack-tools.ts';
import { physicalName } from '../../schema/factory/names.ts';
import { recordResourceSteps } from '../progress/resource-steps.ts';
import type { StageContext } from './stage.ts';

export interface StackRunsOptions extends StackTools {
  readonly nowMs: () => number;
}

/** Runs of `pulumi` on the stack of the account that an operation is for. */
export interface StackRuns {
  /** Recovers the stack after a run that did not end well. Call it before each run. */
  recover(context: StageContext): Promise<Recovery>;
  /** Runs a command and shows each change of a resource as a step of the operation. */
  run(
    context: StageContext,
    recovery: Extract<Recovery, { kind: 'clean' | 'recovered' }>,
    command: PulumiRun['command'],
    args?: readonly string[],
  ): Promise<PulumiOutcome>;
}

/** Creates the runs of a service. */
export function createStackRuns(options: StackRunsOptions): StackRuns {
  const { runner, nowMs } = options;
  return {
    recover({ request: { operationId, account } }) {
      const names = { physicalName: physicalName(account.id) };
      return recoverStack(options, { stack: account.id, names, operationId });
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
