import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The machine or container that a process runs on, since one start of its kernel. A process number means nothing
 * without it: the same number is another process on another host, and after a restart of this one.
 */
export interface HostIdentity {
  /** What `hostname` prints. Pulumi writes the same into its locks. A container has one of its own by default. */
  readonly hostname: string;
  /** Changes with every start of the kernel; empty where the system does not tell. */
  readonly bootId: string;
  /** Stays the same through restarts; absent where the system has none, as in most containers. */
  readonly machineId?: string;
}

/** Identifies the host of this process. Never throws: what cannot be read is empty or absent. */
export async function identifyHost(): Promise<HostIdentity> {
  const [bootId, machineId] = await Promise.all(
    process.platform === 'linux'
      ? [readLine('/proc/sys/kernel/random/boot_id'), readLine('/etc/machine-id')]
      : [readSetting('kern.bootsessionuuid'), ''],
  );
  return {
    hostname: hostname(),
    bootId: bootId ?? '',
    ...(machineId ? { machineId } : {}),
  };
}

/** Whether two identities are one host within one run of its kernel: their process numbers can be compared. */
export function isSameBoot(one: HostIdentity, other: HostIdentity): boolean {
  return one.hostname === other.hostname && one.bootId === other.bootId;
}

/** Whether `now` is provably the machine of `then` after a restart: every process of `then` has ended. */
export function hasRestartedSince(then: HostIdentity, now: HostIdentity): boolean {
  return (
    then.machineId !== undefined &&
    then.machineId === now.machineId &&
    then.hostname === now.hostname &&
    then.bootId !== now.bootId
  );
}

async function readLine(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    return '';
  }
}

async function readSetting(name: string): Promise<string> {
  try {
    return (await run('sysctl', ['-n', name])).stdout.trim();
  } catch {
    return '';
  }
}
