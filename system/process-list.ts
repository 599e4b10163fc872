import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isEndedState, splitProcStat } from './identify-process.mjs';

/** A running process. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parentPid: number;
  /** The command line, with arguments joined by spaces; empty for a kernel thread. */
  readonly command: string;
}

/** All processes of this machine except zombies: from /proc where it exists, else from `ps`. */
export function listProcesses(): readonly ProcessEntry[] {
  return process.platform === 'linux' ? listFromProc() : listFromPs();
}

function listFromProc(): readonly ProcessEntry[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [state, parentPid] = splitProcStat(readFileSync(`/proc/${name}/stat`, 'utf8'));
      if (isEndedState(state)) return [];
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trimEnd();
      return [{ pid: Number(name), parentPid: Number(parentPid), command }];
    } catch {
      // It ended between the two reads.
      return [];
    }
  });
}

function listFromPs(): readonly ProcessEntry[] {
  const text = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], {
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  return text.split('\n').flatMap((line) => {
    const [, pid, parentPid, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (isEndedState(state)) return [];
    return [{ pid: Number(pid), parentPid: Number(parentPid), command: command ?? '' }];
  });
}
