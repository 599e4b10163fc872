import { toConfig, toStackSettings } from './stack-settings.ts';
import type { Stage } from './stage.ts';
import type { StageTools } from './stage-tools.ts';

/** The stage that brings the account's stack up to date, or makes it. */
export function createDeployStage({ runs, stackFiles, states }: StageTools): Stage {
  return {
    name: 'deploy',
    async run(context) {
      const { account } = context.request;
      const recovery = await runs.recover(context);
      if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
      const adoption = recovery.kind === 'recovered' ? recovery.adoption : {};
      await stackFiles.writeAccount(account.id, {
        ...toStackSettings(context.request),
        ...toConfig(adoption),
      });
      await states.ensure(account.id);
      const outcome = await runs.run(context, recovery, 'up');
      if (outcome.kind !== 'succeeded') return outcome;
      if (Object.keys(adoption).length > 0)
        await stackFiles.writeAccount(account.id, toStackSettings(context.request));
      return { kind: 'succeeded' };
    },
  };
}
