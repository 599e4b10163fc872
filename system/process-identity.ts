import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, isRunning, type ProcessIdentity } from './identify-process.mjs';
import { listProcesses } from './process-list.ts';

export { identifyProcess, isRunning, type ProcessIdentity, splitProcStat } from './identify-process.mjs';

/**
 * Whether any process has this id, zombies included. For child processes and tests; `isRunning` checks for a
 * particular process.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Ends a recorded process by the given signals and waits until it has ended. Does not affect a later process with the
 * same id.
 *
 * @param signals Signals in order, and the wait after each in milliseconds.
 * @returns False when it still runs after the last one.
 */
export async function endProcess(
  identity: ProcessIdentity,
  signals: readonly { readonly signal: NodeJS.Signals; readonly waitMs: number }[],
): Promise<boolean> {
  for (const { signal, waitMs } of signals) {
    if (!(await isRunning(identity))) return true;
    try {
      process.kill(identity.pid, signal);
    } catch {
      // It ended between the check and the signal; the next check finds that.
    }
    const deadlineMs = Date.now() + waitMs;
    while (Date.now() < deadlineMs) {
      if (!(await isRunning(identity))) return true;
      await sleep(20);
    }
  }
  return !(await isRunning(identity));
}

/** Finds running processes whose command line contains a text, for child processes that were not recorded. */
export async function findProcesses(commandText: string): Promise<readonly ProcessIdentity[]> {
  const matching = listProcesses().filter(
    ({ pid, command }) => pid !== process.pid && command.includes(commandText),
  );
  const found = await Promise.all(matching.map(({ pid }) => identifyProcess(pid)));
  return found.filter((identity) => identity !== undefined);
}
