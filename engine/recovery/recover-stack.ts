import type { Logger } from '../../system/logger.ts';
import { endProcess, findProcesses, isRunning } from '../../system/process-identity.ts';
import type { PulumiFailure } from '../runner/pulumi-failure.ts';
import type { RunRecord, RunRecords } from '../runner/run-record.ts';
import type { StackDeployment, StackStates } from '../states/stack-state.ts';
import type { AccountResources } from './account-resources.ts';

/** Resources that exist in Cloudflare under the stack's name although its state does not know them. */
export interface Adoption {
  readonly databaseId?: string;
  readonly bucket?: true;
}

/** What was found about a stack before its next run. */
export type Recovery =
  | { readonly kind: 'clean' }
  | {
      readonly kind: 'recovered';
      readonly adoption: Adoption;
      readonly lastRun: RunRecord;
      readonly interruptions: number;
    }
  | { readonly kind: 'blocked'; readonly failure: PulumiFailure };

/** After so many deaths of the service in one operation, the operation is what kills it. */
const interruptionsMax = 10;

const databaseType = 'cloudflare:index/d1Database:D1Database';
const bucketType = 'cloudflare:index/r2Bucket:R2Bucket';

export interface RecoverStackArgs {
  readonly stack: string;
  /** Name that the stack's database and bucket have in Cloudflare. */
  readonly physicalName: string;
  readonly operationId: string;
  readonly records: RunRecords;
  readonly states: StackStates;
  readonly resources: AccountResources;
  readonly logger: Logger;
}

/**
 * Puts a stack right whose last `pulumi` did not end well, before the next one starts: ends a survivor, clears its
 * lock, drops what it left pending, and finds what it had created without recording it. Costs one file read when
 * there is nothing to do. Doing it twice does no harm.
 */
export async function recoverStack(args: RecoverStackArgs): Promise<Recovery> {
  const { stack, records, states, logger } = args;
  const lastRun = await records.find(stack);
  if (lastRun === undefined) return { kind: 'clean' };
  logger.info('a run that did not end well is cleared up', {
    stack,
    runId: lastRun.runId,
    ended: lastRun.ended,
  });

  if (!(await endSurvivors(lastRun))) {
    return {
      kind: 'blocked',
      failure: { kind: 'service_failed', message: `an earlier pulumi of ${stack} cannot be ended` },
    };
  }
  const interruptions = countInterruptions(lastRun, args.operationId);
  if (interruptions > interruptionsMax) {
    return { kind: 'blocked', failure: { kind: 'interrupted_too_often', times: interruptions } };
  }
  if (!(await states.exists(stack))) {
    return { kind: 'recovered', adoption: await findOrphans(args, []), lastRun, interruptions };
  }

  const holder = await findLiveHolder(states, stack);
  if (holder !== undefined) {
    const message = `the stack is locked by process ${holder}, which this service did not start`;
    return { kind: 'blocked', failure: { kind: 'stack_locked', message } };
  }
  await states.unlock(stack);
  const deployment = await states.export(stack);
  await dropPendingOperations(states, stack, deployment);
  const types = deployment.deployment.resources.map(({ type }) => type);
  return { kind: 'recovered', adoption: await findOrphans(args, types), lastRun, interruptions };
}

async function endSurvivors(lastRun: RunRecord): Promise<boolean> {
  const recorded = lastRun.process;
  const survivors =
    recorded !== undefined && (await isRunning(recorded))
      ? [recorded]
      : // The service may have died between the start and the record of it: the command line names the run.
        lastRun.runId === ''
        ? []
        : await findProcesses(lastRun.runId);
  const ended = await Promise.all(
    survivors.map((survivor) =>
      endProcess(survivor, [
        { signal: 'SIGINT', waitMs: 3_000 },
        { signal: 'SIGTERM', waitMs: 1_000 },
        { signal: 'SIGKILL', waitMs: 5_000 },
      ]),
    ),
  );
  return ended.every(Boolean);
}

function countInterruptions(lastRun: RunRecord, operationId: string): number {
  if (lastRun.operationId !== operationId) return 0;
  return lastRun.interruptions + (lastRun.ended === undefined ? 1 : 0);
}

/** A lock names a process by its number alone, which may by now be that of a program that has never heard of Pulumi. */
async function findLiveHolder(states: StackStates, stack: string): Promise<number | undefined> {
  const holders = await states.lockHolders(stack);
  if (holders.length === 0) return undefined;
  const engines = await findProcesses('pulumi');
  return holders.find((holder) => engines.some(({ pid }) => pid === holder));
}

async function dropPendingOperations(
  states: StackStates,
  stack: string,
  exported: StackDeployment,
): Promise<void> {
  const { pending_operations: pending, ...deployment } = exported.deployment;
  if (!pending || pending.length === 0) return;
  await states.import(stack, { ...exported, deployment });
}

/** Everything else is created by a PUT under its own name, so that a second create is no second resource. */
async function findOrphans(args: RecoverStackArgs, knownTypes: readonly string[]): Promise<Adoption> {
  const { resources, physicalName } = args;
  const [databaseId, bucket] = await Promise.all([
    knownTypes.includes(databaseType) ? undefined : resources.findDatabaseId(physicalName),
    knownTypes.includes(bucketType) ? false : resources.bucketExists(physicalName),
  ]);
  return {
    ...(databaseId === undefined ? {} : { databaseId }),
    ...(bucket ? { bucket: true as const } : {}),
  };
}
