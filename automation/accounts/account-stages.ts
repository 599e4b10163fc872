import type { StackFiles } from '../../engine/workspace/stack-files.ts';
import type { PlatformClient } from '../platform/platform-client.ts';
import { findDepartureFault } from './account-standing.ts';
import { createOffboardStages } from './offboard-stages.ts';
import type { OperationKind } from './operation-request.ts';
import { createStackRuns, type StackRunsOptions } from './stack-runs.ts';
import { toConfig, toSettings } from './stack-settings.ts';
import type { Stage, StageResult } from './stage.ts';

/** What the stages of an account's operations need. */
export interface AccountStagesOptions extends StackRunsOptions {
  readonly stackFiles: StackFiles;
  readonly platform: PlatformClient;
  /** Bundle that an `up` deploys now, as 16 hex digits. */
  readonly release: () => Promise<string>;
}

/** The stages of each kind of operation, in order. */
export function createAccountStages(
  options: AccountStagesOptions,
): Readonly<Record<OperationKind, readonly Stage[]>> {
  const { states, stackFiles, platform } = options;
  const runs = createStackRuns(options);

  const deploy: Stage = {
    name: 'deploy',
    async run(context) {
      const { account } = context.request;
      // First of all: the account may have left since the operation was asked for.
      const departed = await findDepartureFault(platform, context.request);
      if (departed !== undefined) return { kind: 'failed', failure: departed };
      const recovery = await runs.recover(context);
      if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
      const adoption = recovery.kind === 'recovered' ? recovery.adoption : {};
      await stackFiles.writeAccount(account.id, { ...toSettings(context.request), ...toConfig(adoption) });
      await states.ensure(account.id);
      const release = await options.release();
      const outcome = await runs.run(context, recovery, 'up');
      if (outcome.kind !== 'succeeded') return outcome;
      if (Object.keys(adoption).length > 0)
        await stackFiles.writeAccount(account.id, toSettings(context.request));
      return { kind: 'succeeded', release };
    },
  };

  const refresh: Stage = {
    name: 'refresh',
    async run(context) {
      const { account } = context.request;
      const recovery = await runs.recover(context);
      if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
      if (!(await states.exists(account.id))) return missingStack(account.id);
      const outcome = await runs.run(context, recovery, 'refresh');
      return outcome.kind === 'succeeded' ? { kind: 'succeeded' } : outcome;
    },
  };

  return {
    provision: [deploy],
    upgrade: [deploy],
    refresh: [refresh],
    offboard: createOffboardStages(options, runs),
  };
}

function missingStack(stack: string): StageResult {
  return {
    kind: 'failed',
    failure: { kind: 'refused', message: `there is no stack ${stack}: provision the account first` },
  };
}
