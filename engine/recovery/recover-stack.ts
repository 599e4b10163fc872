import type { PulumiFailure } from '../runner/pulumi-failure.ts';
import type { RunRecord } from '../runner/run-records.ts';
import type { StackTools } from '../stack-tools.ts';
import type { StackDeployment, StackStates } from '../states/stack-states.ts';
import { type Adoption, findAdoption, type StackNames } from './adoptable-resources.ts';
import { clearLocks } from './clear-locks.ts';

/** What was found about a stack before its next run. */
export type Recovery =
  | { readonly kind: 'clean' }
  | {
      readonly kind: 'recovered';
      readonly adoption: Adoption;
      /** How many times in a row the operation was interrupted by the end of the service. */
      readonly interruptions: number;
    }
  | { readonly kind: 'blocked'; readonly failure: PulumiFailure };

/** After this many deaths of the service within one operation, the operation is taken to be their cause. */
const interruptionsMax = 10;

/** The stack to recover, and the operation that needs it. */
export interface RecoverStackArgs {
  readonly stack: string;
  readonly names: StackNames;
  readonly operationId: string;
}

/**
 * Repairs a stack whose last `pulumi` run did not end well, before the next run: ends a surviving process, clears its
 * lock, drops its pending operations, and finds resources that it created without recording them. Costs one file read
 * when there is nothing to repair. Safe to repeat.
 *
 * The stack is blocked when another process may hold its lock; the failure names the holder.
 *
 * @throws The error of the backend or of Cloudflare's API when it cannot be reached.
 */
export async function recoverStack(tools: StackTools, args: RecoverStackArgs): Promise<Recovery> {
  const { stack, names, operationId } = args;
  const { records, states, logger } = tools;
  const lastRun = await records.find(stack);
  if (lastRun === undefined) return { kind: 'clean' };
  const { runId, ended } = lastRun;
  logger.info('recovering from a run that did not end well', { stack, runId, ended });

  const failure = await clearLocks(tools, lastRun);
  if (failure !== undefined) return { kind: 'blocked', failure };
  const interruptions = countInterruptions(lastRun, operationId);
  if (interruptions > interruptionsMax) {
    return { kind: 'blocked', failure: { kind: 'interrupted_too_often', times: interruptions } };
  }
  const state = await states.read(stack);
  if (state !== undefined) await dropPendingOperations(states, stack, state);
  const knownTypes = state?.deployment.resources.map(({ type }) => type) ?? [];
  const adoption = await findAdoption(tools.resourcesOf(stack), names, knownTypes);
  return { kind: 'recovered', adoption, interruptions };
}

function countInterruptions(lastRun: RunRecord, operationId: string): number {
  if (lastRun.operationId !== operationId) return 0;
  return lastRun.interruptions + (lastRun.ended === undefined ? 1 : 0);
}

async function dropPendingOperations(
  states: StackStates,
  stack: string,
  exported: StackDeployment,
): Promise<void> {
  const { pending_operations: pending, ...deployment } = exported.deployment;
  if (!pending || pending.length === 0) return;
  await states.replace(stack, { ...exported, deployment });
}
