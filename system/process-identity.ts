import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A process, told apart from a later one that happens to get the same number: the start time is the kernel's own
 * where /proc exists, else what `ps` prints.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTime: string;
}

/** Identifies a running process; undefined when there is none with that number, or when it is only a zombie. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | undefined> {
  const startTime = process.platform === 'linux' ? await linuxStartTime(pid) : await psStartTime(pid);
  return startTime === undefined ? undefined : { pid, startTime };
}

/** Whether the very process that was recorded still runs. */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  return (await identifyProcess(identity.pid))?.startTime === identity.startTime;
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
  const pids = process.platform === 'linux' ? await linuxMatches(commandText) : await psMatches(commandText);
  const found = await Promise.all(pids.filter((pid) => pid !== process.pid).map(identifyProcess));
  return found.filter((identity) => identity !== undefined);
}

async function linuxStartTime(pid: number): Promise<string | undefined> {
  let stat: string;
  try {
    stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The command name stands in parentheses and may contain spaces: fields are counted after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const startTicks = fields[19];
  return state === 'Z' || state === 'X' ? undefined : startTicks;
}

async function psStartTime(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await run('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]);
    const match = /^\s*(\S+)\s+(.+?)\s*$/.exec(stdout);
    return match === null || match[1]?.startsWith('Z') ? undefined : match[2];
  } catch {
    return undefined;
  }
}

async function linuxMatches(commandText: string): Promise<number[]> {
  const entries = await readdir('/proc');
  const matches = await Promise.all(
    entries
      .filter((entry) => /^\d+$/.test(entry))
      .map(async (entry) => {
        try {
          const command = (await readFile(`/proc/${entry}/cmdline`, 'utf8')).replaceAll('\0', ' ');
          return command.includes(commandText) ? Number(entry) : undefined;
        } catch {
          return undefined;
        }
      }),
  );
  return matches.filter((pid) => pid !== undefined);
}

async function psMatches(commandText: string): Promise<number[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,args='], { maxBuffer: 16 * 1024 * 1024 });
  return stdout
    .split('\n')
    .filter((line) => line.includes(commandText))
    .map((line) => Number.parseInt(line, 10));
}
