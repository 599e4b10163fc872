import type { PulumiFailure } from '../runner/pulumi-failure.ts';
import type { RunRecord } from '../runner/run-records.ts';
import type { StackTools } from '../stack-tools.ts';
import { describeLock, type StackLock } from '../states/stack-lock.ts';
import { endLastRun, isLeftBy, isUnderWay } from './last-run.ts';

/**
 * Ends the processes that still run of a stack's last run, and removes the locks of that run.
 *
 * Removes a lock only when a process of the recorded run has left it. The holder of any other lock may still be alive,
 * on this host or another one.
 *
 * @returns Why the stack is blocked, naming the holder of the lock; undefined when it is free.
 * @throws The backend's error when it cannot be reached.
 */
export async function clearLocks(tools: StackTools, lastRun: RunRecord): Promise<PulumiFailure | undefined> {
  const { records, states } = tools;
  const { stack } = lastRun;
  const { run, fate } = await endLastRun(lastRun, records, tools.host);
  if (fate === 'running') {
    return { kind: 'service_failed', message: `an earlier pulumi of ${stack} could not be stopped` };
  }
  const locks = await states.locks(stack);
  const foreign = fate === 'over' ? await findForeign(run, locks) : locks[0];
  if (foreign !== undefined) return { kind: 'stack_locked', message: toMessage(stack, foreign) };
  if (locks.length > 0) await states.unlock(stack);
  return undefined;
}

/**
 * Removes the locks of finished runs that a killed service of this home has left. Another service may have taken over
 * their operations and be waiting for these locks; only this host can tell that their holders are dead. Runs that are
 * still active keep their locks.
 *
 * Must finish before this process runs anything on a stack. Never throws: the next operation on a stack recovers what
 * is skipped here.
 */
export async function releaseLeftLocks(tools: StackTools): Promise<void> {
  const { records, logger } = tools;
  for (const stack of await records.stacks()) {
    const record = await records.find(stack);
    // A run that ended by itself has released its lock.
    if (record === undefined || (record.ended !== undefined && record.ended.signal === null)) continue;
    try {
      if (await isUnderWay(record, tools.host)) continue;
      const failure = await clearLocks(tools, record);
      if (failure !== undefined) logger.warn('the locks of a stack were kept', { stack, failure });
    } catch (error) {
      logger.warn('the locks of a stack could not be checked', { stack, error: String(error) });
    }
  }
}

async function findForeign(run: RunRecord, locks: readonly StackLock[]): Promise<StackLock | undefined> {
  for (const lock of locks) if (!(await isLeftBy(run, lock))) return lock;
  return undefined;
}

function toMessage(stack: string, lock: StackLock): string {
  return (
    `the stack is locked by ${describeLock(lock)}, which is not a run of this service; ` +
    `if that process has ended, remove its lock with "pulumi cancel --stack ${stack}"`
  );
}
