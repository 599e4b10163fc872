import { type HostIdentity, hasRestartedSince, isSameBoot } from '../../system/host-identity.ts';
import { endProcess, findProcesses, isRunning, type ProcessIdentity } from '../../system/process-identity.ts';
import type { RunRecord, RunRecords } from '../runner/run-records.ts';
import type { StackLock } from '../states/stack-lock.ts';

/** What became of the processes of a stack's last run. */
export type RunFate =
  /** All have ended. */
  | 'over'
  /** One of them could not be stopped. */
  | 'running'
  /** They were started on another host and cannot be checked from here. */
  | 'elsewhere';

const endSignals = [
  { signal: 'SIGINT', waitMs: 3_000 },
  { signal: 'SIGTERM', waitMs: 1_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/**
 * Ends the processes that still run of a stack's last run on this host.
 *
 * @returns The record with every process that was found, and what became of them.
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

/** Whether a process of this run is active on this host. */
export async function isUnderWay(run: RunRecord, here: HostIdentity): Promise<boolean> {
  if (!isSameBoot(run.host, here)) return false;
  const unwritten = run.runId === '' ? [] : await findProcesses(run.runId);
  const running = await Promise.all([...run.processes, ...unwritten].map(isRunning));
  return running.some(Boolean);
}

/** The service may have died after it started a process and before it recorded it; the command line names the run. */
async function recordUnwritten(lastRun: RunRecord, records: RunRecords): Promise<RunRecord> {
  if (lastRun.runId === '') return lastRun;
  const found = (await findProcesses(lastRun.runId)).filter((one) => !includes(lastRun.processes, one));
  if (found.length === 0) return lastRun;
  const run = { ...lastRun, processes: [...lastRun.processes, ...found] };
  // Recorded before they are ended: if this process dies meanwhile, their locks are still known as ours.
  await records.write(run);
  return run;
}

function includes(processes: readonly ProcessIdentity[], process: ProcessIdentity): boolean {
  return processes.some(({ pid, startTime }) => pid === process.pid && startTime === process.startTime);
}

/**
 * Whether a lock was left by a finished run: it names the host of the run and one of its processes, and that process is
 * no longer a running `pulumi`.
 */
export async function isLeftBy(run: RunRecord, lock: StackLock): Promise<boolean> {
  if (lock.hostname !== run.host.hostname) return false;
  if (!run.processes.some(({ pid }) => pid === lock.pid)) return false;
  const engines = await findProcesses('pulumi');
  const living = engines.find(({ pid }) => pid === lock.pid);
  return living === undefined || !(await isRunning(living));
}
