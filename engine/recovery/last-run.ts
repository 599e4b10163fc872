import { type HostIdentity, hasRestartedSince, isSameBoot } from '../../system/host-identity.ts';
import { endProcess, findProcesses, isRunning, type ProcessIdentity } from '../../system/process-identity.ts';
import type { RunRecord, RunRecords } from '../runner/run-records.ts';
import type { StackLock } from '../states/stack-lock.ts';

/** What has become of the processes of a stack's last run. */
export type RunFate =
  /** None of them runs any more. */
  | 'over'
  /** One of them cannot be ended. */
  | 'running'
  /** They were started on another host, where they cannot be looked at. */
  | 'elsewhere';

const endSignals = [
  { signal: 'SIGINT', waitMs: 3_000 },
  { signal: 'SIGTERM', waitMs: 1_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/**
 * Ends what still runs of a stack's last run on this host.
 *
 * @returns The record with every process that was found, and what has become of them.
 */
export async function endLastRun(
  lastRun: RunRecord,
  records: RunRecords,
  here: HostIdentity,
): Promise<{ readonly run: RunRecord; readonly fate: RunFate }> {
  if (hasRestartedSince(lastRun.host, here)) return { run: lastRun, fate: 'over' };
  if (!isSameBoot(lastRun.host, here)) return { run: lastRun, fate: 'elsewhere' };
  const run = await recordUnwritten(lastRun, records);
  const ended = await Promise.all(run.processes.map((process) => endProcess(process, endSignals)));
  return { run, fate: ended.every(Boolean) ? 'over' : 'running' };
}

/** Whether a process of a run works on this host now. */
export async function isUnderWay(run: RunRecord, here: HostIdentity): Promise<boolean> {
  if (!isSameBoot(run.host, here)) return false;
  const unwritten = run.runId === '' ? [] : await findProcesses(run.runId);
  const running = await Promise.all([...run.processes, ...unwritten].map(isRunning));
  return running.some(Boolean);
}

/** The service may have died between the start of a process and the record of it: the command line names the run. */
async function recordUnwritten(lastRun: RunRecord, records: RunRecords): Promise<RunRecord> {
  if (lastRun.runId === '') return lastRun;
  const found = (await findProcesses(lastRun.runId)).filter((one) => !includes(lastRun.processes, one));
  if (found.length === 0) return lastRun;
  const run = { ...lastRun, processes: [...lastRun.processes, ...found] };
  // Before they are ended, so that their locks are still known as ours if this process dies meanwhile.
  await records.write(run);
  return run;
}

function includes(processes: readonly ProcessIdentity[], process: ProcessIdentity): boolean {
  return processes.some(({ pid, startTime }) => pid === process.pid && startTime === process.startTime);
}

/**
 * Whether a lock is one that a run which is over has left behind: it names the host of the run and one of its
 * processes, and that number is not a living `pulumi` by now.
 */
export async function isLeftBy(run: RunRecord, lock: StackLock): Promise<boolean> {
  if (lock.hostname !== run.host.hostname) return false;
  if (!run.processes.some(({ pid }) => pid === lock.pid)) return false;
  const engines = await findProcesses('pulumi');
  const living = engines.find(({ pid }) => pid === lock.pid);
  return living === undefined || !(await isRunning(living));
}
