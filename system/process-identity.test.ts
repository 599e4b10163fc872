import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { endProcess, findProcesses, identifyProcess, isRunning } from './process-identity.ts';

const started: ChildProcess[] = [];

async function startNode(script: string, marker = ''): Promise<number> {
  const child = spawn(process.execPath, ['-e', `${script};console.log('up')`, marker], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  await once(child.stdout ?? child, 'data');
  return child.pid ?? 0;
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

describe('a process identity', () => {
  it('is valid only while the process runs', async () => {
    const identity = await identifyProcess(await startNode('setInterval(() => {}, 1000)'));
    if (identity === undefined) throw new Error('the process was not found');
    expect(await isRunning(identity)).toBe(true);
    expect(await endProcess(identity, [{ signal: 'SIGTERM', waitMs: 5_000 }])).toBe(true);
    expect(await isRunning(identity)).toBe(false);
  });

  it('does not match a later process with the same id', async () => {
    const pid = await startNode('setInterval(() => {}, 1000)');
    const stale = { pid, startTime: 'long ago' };
    expect(await isRunning(stale)).toBe(false);
    expect(await endProcess(stale, [{ signal: 'SIGKILL', waitMs: 100 }])).toBe(true);
    expect(await identifyProcess(pid)).toBeDefined();
  });

  it('ends a process that ignores the first signal by the next one', async () => {
    const pid = await startNode('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)');
    const identity = await identifyProcess(pid);
    if (identity === undefined) throw new Error('the process was not found');
    const ended = await endProcess(identity, [
      { signal: 'SIGTERM', waitMs: 100 },
      { signal: 'SIGKILL', waitMs: 5_000 },
    ]);
    expect(ended).toBe(true);
  });

  it('is found by text in the command line', async () => {
    const marker = `run-${process.pid}-${Date.now()}`;
    const pid = await startNode('setInterval(() => {}, 1000)', marker);
    expect((await findProcesses(marker)).map((found) => found.pid)).toEqual([pid]);
  });

  it('is undefined for an id that no process has', async () => {
    expect(await identifyProcess(2 ** 30)).toBeUndefined();
  });
});
