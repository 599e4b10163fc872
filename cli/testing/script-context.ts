import { freeholdHome } from '../../system/home/home.ts';
import type { CliContext } from '../context.ts';

/**
 * What a command gets when a script runs it: no terminal, and nothing of this process.
 *
 * @param home FREEHOLD_HOME.
 * @param written Gets what the command writes.
 */
export function scriptContext(home: string, written: { stdout: string; stderr: string }): CliContext {
  return {
    home: freeholdHome({ FREEHOLD_HOME: home }),
    env: { PATH: '/usr/bin' },
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    interactive: false,
    ask: () => Promise.reject(new Error('there is no one to ask')),
    untilInterrupted: (work) => work(new AbortController().signal),
    wait: () => Promise.resolve(),
    openInBrowser: () => Promise.reject(new Error('there is no browser')),
  };
}
