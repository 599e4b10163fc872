import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The machine or container that a process runs on, and the run of its kernel. A process id is meaningful only together
 * with it: on another host or after a restart, the same id is another process.
 */
export interface HostIdentity {
  /** The output of `hostname`, which Pulumi writes into its locks. By default each container has a different one. */
  readonly hostname: string;
  /** Changes with every start of the kernel; empty where the system has none. */
  readonly bootId: string;
  /** Permanent across restarts; absent where the system has none, as in most containers. */
  readonly machineId?: string;
}

/** Identifies the host of this process. Never throws: unreadable values are empty or absent. */
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

/** Whether two identities are the same host and run of its kernel, so that process ids can be compared. */
export function isSameBoot(one: HostIdentity, other: HostIdentity): boolean {
  return one.hostname === other.hostname && one.bootId === other.bootId;
}

/** Whether `now` is certainly the machine of `then` after a restart, so that every process of `then` has ended. */
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
