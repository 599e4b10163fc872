import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type LockHolder, tryLock, waitForLock } from './process-lock.ts';

describe('tryLock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'freehold-lock-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names the process that has it', async () => {
    const path = join(folder, 'deep', 'named.lock');
    const taken = await tryLock(path);
    expect(await tryLock(path)).toMatchObject({ holder: { pid: process.pid } });
    if ('release' in taken) taken.release();
  });

  it('is free again after a release', async () => {
    const path = join(folder, 'released.lock');
    const taken = await tryLock(path);
    if ('release' in taken) taken.release();
    expect(await tryLock(path)).toHaveProperty('release');
  });

  it('is free again after its holder was killed', async () => {
    const path = join(folder, 'killed.lock');
    const module = join(import.meta.dirname, 'process-lock.ts');
    const script = `import { tryLock } from ${JSON.stringify(module)};
      globalThis.lock = await tryLock(${JSON.stringify(path)}); console.log('taken'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    await once(child.stdout, 'data');
    expect(await tryLock(path)).toMatchObject({ holder: { pid: child.pid } });
    let waitedFor: LockHolder | undefined;
    const waiting = waitForLock(path, (holder) => {
      waitedFor = holder;
    });
    child.kill('SIGKILL');
    expect(await waiting).toHaveProperty('release');
    expect(waitedFor?.pid).toBe(child.pid);
  });
});
