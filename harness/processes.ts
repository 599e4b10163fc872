import { listProcesses, type ProcessEntry } from '../system/process-list.ts';

/** The processes below `pid`, at any depth. */
export function descendantsOf(pid: number, all = listProcesses()): readonly ProcessEntry[] {
  const children = all.filter((entry) => entry.parentPid === pid);
  return children.flatMap((child) => [child, ...descendantsOf(child.pid, all)]);
}

/** The descendant of `pid` whose command line matches. Throws when there is none. */
export function descendantMatching(pid: number, pattern: RegExp): ProcessEntry {
  const found = descendantsOf(pid).find((entry) => pattern.test(entry.command));
  if (found === undefined) throw new Error(`no process below ${pid} matches ${pattern}`);
  return found;
}
