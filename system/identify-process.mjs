// Plain JavaScript without dependencies: toolchain/packages.mjs runs it on the machine's own Node (20 or newer) before
// anything is installed. TypeScript imports it from process-identity.ts.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A process, distinguishable from a later one with the same id by its start time: the kernel's where /proc exists,
 * else the one that `ps` prints.
 *
 * @typedef {{ readonly pid: number, readonly startTime: string }} ProcessIdentity
 */

/**
 * Identifies a running process.
 *
 * @param {number} pid
 * @returns {Promise<ProcessIdentity | undefined>} Undefined when no process has this id, or only a zombie.
 */
export async function identifyProcess(pid) {
  const startTime = process.platform === 'linux' ? await linuxStartTime(pid) : await psStartTime(pid);
  return startTime === undefined ? undefined : { pid, startTime };
}

/**
 * Whether the recorded process still runs.
 *
 * @param {ProcessIdentity} identity
 */
export async function isRunning(identity) {
  return (await identifyProcess(identity.pid))?.startTime === identity.startTime;
}

/**
 * Splits the text of `/proc/<pid>/stat` into its fields from the third one, the state (proc_pid_stat(5)). The second,
 * the command name in parentheses, may contain spaces and parentheses.
 *
 * @param {string} stat
 * @returns {readonly string[]}
 */
export function splitProcStat(stat) {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/**
 * Whether a state, as abbreviated by /proc and `ps`, is that of a process that has ended.
 *
 * @param {string | undefined} state
 */
export function isEndedState(state) {
  return state === undefined || /^[ZX]/.test(state);
}

/** @param {number} pid */
async function linuxStartTime(pid) {
  try {
    const fields = splitProcStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
    return isEndedState(fields[0]) ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
async function psStartTime(pid) {
  try {
    const { stdout } = await run('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]);
    const match = /^\s*(\S+)\s+(.+?)\s*$/.exec(stdout);
    return match === null || isEndedState(match[1]) ? undefined : match[2];
  } catch {
    return undefined;
  }
}
