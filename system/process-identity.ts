import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, isRunning, type ProcessIdentity } from './identify-process.mjs';
import { listProcesses } from './process-list.ts';

export { identifyProcess, isRunning, type ProcessIdentity, splitProcStat } from './identify-process.mjs';

/**
 * Whether some process has this number, zombies included. For children of one's own, and for tests: whether it is a
 * certain process, `isRunning` knows.
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
 * Ends a recorded process and waits until it is gone: first politely, then for good. Does nothing to a process that
 * only inherited the number.
 *
 * @param signals What to send, in order, and how long to wait after each, in milliseconds.
 * @returns False when it still runs after all of them.
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
      // Gone between the look and the signal: the next look says so.
    }
    const deadlineMs = Date.now() + waitMs;
    while (Date.now() < deadlineMs) {
      if (!(await isRunning(identity))) return true;
      await sleep(20);
    }
  }
  return !(await isRunning(identity));
}

/** Finds running processes whose command line contains a text, for children whose number was never recorded. */
export async function findProcesses(commandText: string): Promise<readonly ProcessIdentity[]> {
  const matching = listProcesses().filter(
    ({ pid, command }) => pid !== process.pid && command.includes(commandText),
  );
  const found = await Promise.all(matching.map(({ pid }) => identifyProcess(pid)));
  return found.filter((identity) => identity !== undefined);
}
