import type { StackStates } from '../../engine/states/stack-states.ts';
import { physicalName } from '../../schema/factory/names.ts';
import { runAsStep } from './run-as-step.ts';
import { toStackSettings } from './stack-settings.ts';
import type { Stage } from './stage.ts';
import type { CreateStages } from './stage-tools.ts';

/**
 * The stages that delete an account: they remove the protection, then the documents, the resources, and the stack's
 * files and records.
 *
 * No stage deploys anything, so that an account whose updates fail can be offboarded. Every attempt works with any
 * state that an earlier attempt, or another operation, has left; when nothing is left, there is nothing to do.
 */
export const createStages: CreateStages = (tools) => {
  const { runner, records, runs, states, stackFiles, nowMs } = tools;

  const unprotect: Stage = {
    name: 'unprotect',
    async run(context) {
      const { account, input } = context.request;
      if (input.confirm !== account.slug)
        return { kind: 'failed', failure: { kind: 'not_confirmed', slug: account.slug } };
      return runAsStep(context, 'unprotect', nowMs, async () => {
        const recovery = await runs.recover(context);
        if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
        await unprotectState(states, account.id);
        return { kind: 'succeeded' };
      });
    },
  };

  const destroy: Stage = {
    name: 'destroy',
    async run(context) {
      const { account } = context.request;
      const name = physicalName(account.id);
      const resources = tools.resourcesOf(account.id);
      const recovery = await runs.recover(context);
      if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };

      // On every attempt: while the Worker exists, it may have stored a document since the last one.
      const emptied = await runAsStep(context, 'empty-bucket', nowMs, async () => {
        const deleted = await resources.emptyBucket(name);
        return { kind: 'succeeded', detail: `${deleted} ${deleted === 1 ? 'object' : 'objects'} deleted` };
      });
      if (emptied.kind !== 'succeeded') return emptied;

      if (await states.exists(account.id)) {
        await stackFiles.writeAccount(account.id, toStackSettings(context.request));
        // A resource that an earlier attempt deleted without recording it would make the second delete fail.
        const again = context.attempt > 1 || recovery.kind === 'recovered';
        const args = ['--remove', ...(again ? ['--refresh'] : [])];
        const outcome = await runs.run(context, recovery, 'destroy', args);
        if (outcome.kind !== 'succeeded') return outcome;
      }

      return runAsStep(context, 'remains', nowMs, async () => {
        // A killed update may have created resources that no state contains.
        const remains = await resources.deleteRemains(name);
        await stackFiles.remove(account.id);
        await Promise.all([states.forget(account.id), runner.forget(account.id)]);
        await records.remove(account.id);
        return {
          kind: 'succeeded',
          detail: remains.length === 0 ? 'nothing left to delete' : `${remains.join(', ')} deleted`,
        };
      });
    },
  };

  return [unprotect, destroy];
};

/** Edits only the state: an `up` that removes the protection would also have to succeed with everything else. */
async function unprotectState(states: StackStates, stack: string): Promise<void> {
  const exported = await states.read(stack);
  if (exported === undefined) return;
  const { resources } = exported.deployment;
  if (!resources.some((resource) => resource.protect || resource.retainOnDelete)) return;
  const freed = resources.map(({ protect: _, retainOnDelete: __, ...resource }) => resource);
  await states.replace(stack, { ...exported, deployment: { ...exported.deployment, resources: freed } });
}
