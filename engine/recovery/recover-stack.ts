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
      /** How often in a row the operation has been cut off together with the service. */
      readonly interruptions: number;
    }
  | { readonly kind: 'blocked'; readonly failure: PulumiFailure };

/** After so many deaths of the service in one operation, the operation is what kills it. */
const interruptionsMax = 10;

/** The stack that is to be recovered, and for which operation. */
export interface RecoverStackArgs {
  readonly stack: string;
  readonly names: StackNames;
  readonly operationId: string;
}

/**
 * Puts a stack right whose last `pulumi` did not end well, before the next one starts: ends a survivor, clears its
 * lock, drops what it left pending, and finds what it had created without recording it. Costs one file read when
 * there is nothing to do. Doing it twice does no harm.
 *
 * The stack is blocked when somebody else may hold its lock; the failure names the holder.
 *
 * @throws What the backend or Cloudflare's API says when it cannot be asked.
 */
export async function recoverStack(tools: StackTools, args: RecoverStackArgs): Promise<Recovery> {
  const { stack, names, operationId } = args;
  const { records, states, logger } = tools;
  const lastRun = await records.find(stack);
  if (lastRun === undefined) return { kind: 'clean' };
  const { runId, ended } = lastRun;
  logger.info('a run that did not end well is cleared up', { stack, runId, ended });

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
