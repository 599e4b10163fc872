import { execFileSync } from 'node:child_process';

export interface ProcessEntry {
  readonly pid: number;
  readonly parentPid: number;
  readonly command: string;
}

/** Every process of this machine, zombies left out. */
export function listProcesses(): readonly ProcessEntry[] {
  const text = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], {
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  return text.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
    if (match === null || match[3]?.startsWith('Z')) return [];
    return [{ pid: Number(match[1]), parentPid: Number(match[2]), command: match[4] ?? '' }];
  });
}

/** The processes below `pid`, at any depth. */
export function descendantsOf(pid: number, all = listProcesses()): readonly ProcessEntry[] {
  const children = all.filter((entry) => entry.parentPid === pid);
  return children.flatMap((child) => [child, ...descendantsOf(child.pid, all)]);
}

/** The one descendant of `pid` whose command line matches; fails when there is none. */
export function descendantMatching(pid: number, pattern: RegExp): ProcessEntry {
  const found = descendantsOf(pid).find((entry) => pattern.test(entry.command));
  if (found === undefined) throw new Error(`no process below ${pid} matches ${pattern}`);
  return found;
}
