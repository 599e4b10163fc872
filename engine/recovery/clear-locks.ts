import type { PulumiFailure } from '../runner/pulumi-failure.ts';
import type { RunRecord } from '../runner/run-records.ts';
import type { StackTools } from '../stack-tools.ts';
import { describeLock, type StackLock } from '../states/stack-lock.ts';
import { endLastRun, isLeftBy, isUnderWay } from './last-run.ts';

/**
 * Ends what still runs of a stack's last run, and removes the locks that it has left.
 *
 * A lock is removed only when a process of the recorded run has left it. Any other may have a living holder, on this
 * host or another one.
 *
 * @returns Why the stack cannot be worked on, naming the holder of a lock; undefined when it can be.
 * @throws What the backend says when it cannot be asked.
 */
export async function clearLocks(tools: StackTools, lastRun: RunRecord): Promise<PulumiFailure | undefined> {
  const { records, states } = tools;
  const { stack } = lastRun;
  const { run, fate } = await endLastRun(lastRun, records, tools.host);
  if (fate === 'running') {
    return { kind: 'service_failed', message: `an earlier pulumi of ${stack} cannot be ended` };
  }
  const locks = await states.locks(stack);
  const foreign = fate === 'over' ? await findForeign(run, locks) : locks[0];
  if (foreign !== undefined) return { kind: 'stack_locked', message: toMessage(stack, foreign) };
  if (locks.length > 0) await states.unlock(stack);
  return undefined;
}

/**
 * Removes the locks of runs that are over, which a service of this home has left when it was killed. Another service may
 * have been given their operations meanwhile, and waits for locks that only this one knows to be dead. Runs that go on
 * keep theirs.
 *
 * Must have ended before this process runs anything on a stack. Never throws: a stack that is passed over is recovered by
 * its next operation.
 */
export async function releaseLeftLocks(tools: StackTools): Promise<void> {
  const { records, logger } = tools;
  for (const stack of await records.stacks()) {
    const record = await records.find(stack);
    // One that ended by itself has released its lock.
    if (record === undefined || (record.ended !== undefined && record.ended.signal === null)) continue;
    try {
      if (await isUnderWay(record, tools.host)) continue;
      const failure = await clearLocks(tools, record);
      if (failure !== undefined) logger.warn('the locks of a stack are left as they are', { stack, failure });
    } catch (error) {
      logger.warn('the locks of a stack cannot be looked at', { stack, error: String(error) });
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
