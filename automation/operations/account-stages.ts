import type { AccountResources } from '../cloudflare/account-resources.ts';
import type { Logger } from '../process/logger.ts';
import type { PulumiOutcome, PulumiRun, PulumiRunner } from '../pulumi/pulumi-runner.ts';
import { type Adoption, type Recovery, recoverStack } from '../pulumi/recover-stack.ts';
import type { RunRecords } from '../pulumi/run-record.ts';
import type { StackStates } from '../pulumi/stack-state.ts';
import type { AccountStackSettings, StackFiles } from '../workspace/stack-files.ts';
import type { OperationKind, OperationRequest } from './operation-request.ts';
import { recordResourceSteps } from './resource-steps.ts';
import type { Stage, StageContext, StageResult } from './stage.ts';

/** What the stages of an account's operations need. */
export interface AccountStagesOptions {
  readonly runner: PulumiRunner;
  readonly states: StackStates;
  readonly records: RunRecords;
  readonly stackFiles: StackFiles;
  /** Cloudflare, with the calls counted for this stack. */
  readonly resourcesOf: (stack: string) => AccountResources;
  /** Bundle that an `up` deploys now, as 16 hex digits. */
  readonly release: () => Promise<string>;
  readonly logger: Logger;
  readonly nowMs: () => number;
}

/** Names of an account's database, bucket and Worker in Cloudflare. */
function physicalNameOf(stack: string): string {
  return `fh-${stack}`;
}

/** The stages of each kind of operation, in order. */
export function createAccountStages(
  options: AccountStagesOptions,
): Readonly<Record<OperationKind, readonly Stage[]>> {
  const { runner, states, records, stackFiles, logger, nowMs } = options;

  const recover = (context: StageContext): Promise<Recovery> => {
    const { operationId, account } = context.request;
    return recoverStack({
      stack: account.id,
      physicalName: physicalNameOf(account.id),
      operationId,
      records,
      states,
      resources: options.resourcesOf(account.id),
      logger,
    });
  };

  const run = (
    context: StageContext,
    recovery: Extract<Recovery, { kind: 'clean' | 'recovered' }>,
    command: PulumiRun['command'],
    rest: Pick<PulumiRun, 'args' | 'onEvent'>,
  ): Promise<PulumiOutcome> =>
    runner.run({
      stack: context.request.account.id,
      command,
      operationId: context.request.operationId,
      interruptions: recovery.kind === 'recovered' ? recovery.interruptions : 0,
      ...rest,
    });

  const resourceSteps = (context: StageContext) =>
    recordResourceSteps(context.timeline, context.changed, nowMs);

  const deploy: Stage = {
    name: 'deploy',
    async run(context) {
      const { account } = context.request;
      const recovery = await recover(context);
      if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
      const adoption = adoptionOf(recovery);
      await stackFiles.writeAccount(account.id, { ...toSettings(context.request), ...toConfig(adoption) });
      await states.ensure(account.id);
      const release = await options.release();
      const outcome = await run(context, recovery, 'up', { onEvent: resourceSteps(context) });
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
      const recovery = await recover(context);
      if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
      if (!(await states.exists(account.id))) return missingStack(account.id);
      return toResult(await run(context, recovery, 'refresh', { onEvent: resourceSteps(context) }));
    },
  };

  /** One step for the whole `up`: nothing is made here, only the protection goes. */
  const unprotect: Stage = {
    name: 'unprotect',
    async run(context) {
      const { account, input } = context.request;
      if (input.confirm !== account.slug) return unconfirmed(account.slug);
      return asStep(context, 'unprotect', nowMs, async () => {
        const recovery = await recover(context);
        if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
        if (!(await states.exists(account.id))) return { kind: 'succeeded' };
        await stackFiles.writeAccount(account.id, {
          ...toSettings(context.request),
          ...toConfig(adoptionOf(recovery)),
          offboarding: true,
        });
        const outcome = await run(context, recovery, 'up', {});
        if (outcome.kind !== 'failed' || outcome.failure.kind !== 'refused') return toResult(outcome);
        // An account whose own update fails for good must still be able to leave.
        await unprotectState(states, account.id);
        return { kind: 'succeeded' };
      });
    },
  };

  const emptyBucket: Stage = {
    name: 'empty bucket',
    run: (context) =>
      asStep(context, 'empty-bucket', nowMs, async () => {
        const { account } = context.request;
        const deleted = await options.resourcesOf(account.id).emptyBucket(physicalNameOf(account.id));
        return { kind: 'succeeded', detail: `${deleted} objects deleted` };
      }),
  };

  const destroy: Stage = {
    name: 'destroy',
    async run(context) {
      const { account } = context.request;
      const recovery = await recover(context);
      if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
      if (await states.exists(account.id)) {
        // What an attempt before this one deleted without recording it would make the second delete fail.
        const again = context.attempt > 1 || recovery.kind === 'recovered';
        const outcome = await run(context, recovery, 'destroy', {
          args: ['--remove', ...(again ? ['--refresh'] : [])],
          onEvent: resourceSteps(context),
        });
        if (outcome.kind !== 'succeeded') return outcome;
      }
      await stackFiles.remove(account.id);
      return { kind: 'succeeded' };
    },
  };

  return {
    provision: [deploy],
    upgrade: [deploy],
    refresh: [refresh],
    offboard: [unprotect, emptyBucket, destroy],
  };
}

function toSettings({ account }: OperationRequest): AccountStackSettings {
  return {
    firstAdministrator: account.firstAdministrator ?? '',
    plan: account.plan,
    region: account.region,
    placement: account.placement,
  };
}

function adoptionOf(recovery: Recovery): Adoption {
  return recovery.kind === 'recovered' ? recovery.adoption : {};
}

function toConfig(adoption: Adoption): Pick<AccountStackSettings, 'adoptDatabaseId' | 'adoptBucket'> {
  return {
    ...(adoption.databaseId === undefined ? {} : { adoptDatabaseId: adoption.databaseId }),
    ...(adoption.bucket ? { adoptBucket: true } : {}),
  };
}

function toResult(outcome: PulumiOutcome): StageResult {
  return outcome.kind === 'succeeded' ? { kind: 'succeeded' } : outcome;
}

function missingStack(stack: string): StageResult {
  return {
    kind: 'failed',
    failure: { kind: 'refused', message: `there is no stack ${stack}: provision the account first` },
  };
}

function unconfirmed(slug: string): StageResult {
  return {
    kind: 'failed',
    failure: { kind: 'refused', message: `offboarding needs "confirm" to be "${slug}"` },
  };
}

async function unprotectState(states: StackStates, stack: string): Promise<void> {
  const exported = await states.export(stack);
  const resources = exported.deployment.resources.map(
    ({ protect: _, retainOnDelete: __, ...resource }) => resource,
  );
  await states.import(stack, { ...exported, deployment: { ...exported.deployment, resources } });
}

async function asStep(
  context: StageContext,
  name: string,
  nowMs: () => number,
  work: () => Promise<StageResult & { readonly detail?: string }>,
): Promise<StageResult> {
  context.timeline.begin(name, nowMs());
  context.changed();
  const { detail, ...result } = await work();
  if (result.kind === 'succeeded') context.timeline.end(name, 'succeeded', nowMs(), detail);
  context.changed();
  return result;
}
