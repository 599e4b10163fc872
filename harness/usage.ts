import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { splitProcStat } from '../system/process-identity.ts';

/** Resources that a process tree used during a period. */
export interface Usage {
  readonly wallMs: number;
  /** CPU time of all processes of the tree, including those that ended, in milliseconds. */
  readonly cpuMs: number;
  /** Peak resident memory of one `pulumi` process, in bytes. 0 when none ran. */
  readonly pulumiRssBytesMax: number;
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const pageSizeBytes = Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' }));
const SAMPLE_EVERY_MS = 40;

/**
 * Runs `work` and measures the process tree below `rootPid`. Linux only: it reads /proc. A parent that reaps a child
 * takes over its CPU time, so the sum of own and reaped time over the running tree counts everything once.
 */
export async function measureUsage(rootPid: number, work: () => Promise<unknown>): Promise<Usage> {
  let pulumiRssBytesMax = 0;
  let isDone = false;
  const sampler = (async () => {
    while (!isDone) {
      for (const pid of treePids(rootPid)) {
        if (isPulumi(pid)) pulumiRssBytesMax = Math.max(pulumiRssBytesMax, rssBytes(pid));
      }
      await sleep(SAMPLE_EVERY_MS);
    }
  })();
  const cpuBeforeMs = treeCpuMs(rootPid);
  const startedMs = performance.now();
  try {
    await work();
  } finally {
    isDone = true;
  }
  const wallMs = performance.now() - startedMs;
  const cpuMs = treeCpuMs(rootPid) - cpuBeforeMs;
  await sampler;
  return { wallMs, cpuMs, pulumiRssBytesMax };
}

function treeCpuMs(rootPid: number): number {
  return treePids(rootPid).reduce((sum, pid) => sum + processCpuMs(pid), 0);
}

/** The root and its descendants, read from /proc to keep sampling cheap. */
function treePids(pid: number): readonly number[] {
  const children = readOrEmpty(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(treePids)];
}

function isPulumi(pid: number): boolean {
  return readOrEmpty(`/proc/${pid}/comm`).trim() === 'pulumi';
}

/** CPU time of a process and its reaped children (fields 14 to 17 of proc_pid_stat(5)); 0 for one that has ended. */
function processCpuMs(pid: number): number {
  const fields = statFields(pid);
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return (ticks / ticksPerSecond) * 1000;
}

function rssBytes(pid: number): number {
  return Number(statFields(pid)[21] ?? 0) * pageSizeBytes;
}

/** The fields of /proc/PID/stat after the command name; empty for a process that has ended. */
function statFields(pid: number): readonly string[] {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  return stat === '' ? [] : splitProcStat(stat);
}

/** The text of a file; empty when its process has ended in the meantime. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
