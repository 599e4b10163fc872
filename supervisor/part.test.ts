import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../system/process-identity.ts';
import { type Part, type PartOptions, startPart } from './part.ts';

const isReady = (message: unknown) =>
  typeof message === 'object' && message !== null && 'pid' in message
    ? (message as { pid: number })
    : undefined;

describe('a part of the factory', () => {
  let folder: string;
  let part: Part<{ pid: number }> | undefined;
  const restarts: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'freehold-part-'));
    restarts.length = 0;
  });
  afterEach(async () => {
    await part?.stop();
    part = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  const logFile = () => join(folder, 'logs', 'part.log');
  function start(
    program: string,
    options: Partial<PartOptions<{ pid: number }>> = {},
  ): Part<{ pid: number }> {
    const file = join(folder, 'program.ts');
    writeFileSync(file, program);
    part = startPart({
      name: 'the part',
      file,
      env: {},
      logFile: logFile(),
      parseReady: isReady,
      onRestart: (reason) => restarts.push(reason),
      stopTimeoutMs: 2_000,
      ...options,
    });
    return part;
  }
  const lasting = `process.on('disconnect', () => process.exit());
    process.send({ pid: process.pid }); setInterval(() => {}, 1000);`;

  it('is ready when it reports that, and writes its output to its log', async () => {
    const { ready } = start(`console.log('hello'); ${lasting}`);
    expect((await ready).pid).toBeGreaterThan(0);
    expect(readFileSync(logFile(), 'utf8')).toBe('hello\n');
  });

  it('runs without a log when there can be none', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { ready } = start(`console.log('lost'); ${lasting}`, {
      logFile: join(folder, 'file', 'part.log'),
    });
    expect((await ready).pid).toBeGreaterThan(0);
  });

  it('shows the end of its log when it ends before that', async () => {
    const { ready } = start(`console.error('no room'); process.exit(4);`);
    await expect(ready).rejects.toThrow(/the part ended with code 4 before it was ready.*\nno room/);
  });

  it('fails with the reason that it reports', async () => {
    const { ready } = start(
      `process.send({ type: 'failed', reason: 'the moon is full' }, () => process.exit(1));`,
    );
    await expect(ready).rejects.toThrow('the part cannot start: the moon is full');
  });

  it('is restarted when it is killed', async () => {
    const pids: number[] = [];
    const { ready } = start(lasting, { onMessage: (message) => pids.push((message as { pid: number }).pid) });
    process.kill((await ready).pid, 'SIGKILL');
    await until(() => pids.length === 2);
    expect(restarts).toEqual(['the part ended by SIGKILL']);
    expect(pids[1]).not.toBe(pids[0]);
  });

  it('is abandoned when it keeps crashing', async () => {
    let given = '';
    const { ready } = start(`process.send({ pid: process.pid }, () => process.exit(1));`, {
      crashesMax: 3,
      onGivenUp: (reason) => {
        given = reason;
      },
    });
    await ready;
    await until(() => given !== '');
    expect(given).toMatch(/ended with code 1, 4 times in a row; its log: /);
    expect(restarts).toHaveLength(3);
  });

  it('stops with its child processes, even when they ignore SIGTERM', async () => {
    const mark = join(folder, 'grandchild');
    const { ready, stop } = start(
      `import { spawn } from 'node:child_process';
       import { writeFileSync } from 'node:fs';
       const child = spawn('sleep', ['60'], { stdio: 'ignore' });
       writeFileSync(${JSON.stringify(mark)}, String(child.pid));
       process.on('SIGTERM', () => {});
       ${lasting}`,
      { stopTimeoutMs: 300 },
    );
    const { pid } = await ready;
    expect(existsSync(mark)).toBe(true);
    await stop();
    const grandchild = Number(readFileSync(mark, 'utf8'));
    await until(() => !isAlive(pid) && !isAlive(grandchild));
  });

  it('can be stopped before it is ready', async () => {
    const { ready, stop } = start('setInterval(() => {}, 1000);');
    await stop();
    await expect(ready).rejects.toThrow('the part was ended');
  });
});

async function until(condition: () => boolean, timeoutMs = 10_000): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > deadlineMs) throw new Error(`the condition was not met within ${timeoutMs} ms`);
    await sleep(20);
  }
}
