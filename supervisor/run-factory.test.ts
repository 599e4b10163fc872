import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdAnyPort } from '../system/hold-port.ts';
import { freeholdHome } from '../system/home/home.ts';
import { tryLock } from '../system/process-lock.ts';
import type { PortWishes } from './port-plan.ts';
import { runFactory } from './run-factory.ts';

describe('a factory that cannot start', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'freehold-run-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const start = (ports: PortWishes = {}, root = folder) =>
    runFactory({
      home: freeholdHome({ FREEHOLD_HOME: root }),
      env: {},
      output: { write: () => true },
      headless: true,
      ports,
    });

  it('names the one that runs in the same folder already', async () => {
    const lock = await tryLock(join(folder, 'supervisor.lock'));
    expect(await start()).toMatch(
      new RegExp(`a factory runs in ${folder} already \\(process ${process.pid} since`),
    );
    if ('release' in lock) lock.release();
  });

  it('names its folder in one line when that cannot be made', async () => {
    expect(await start({}, '/dev/null/home')).toMatch(
      /^\/dev\/null\/home cannot be the home of .*FREEHOLD_HOME.*$/,
    );
  });

  it('names the port that was asked for and is busy, and the flag to change it', async () => {
    const { port, release } = await holdAnyPort();
    expect(await start({ edge: port })).toMatch(new RegExp(`port ${port} is in use .*--edge-port`));
    await release();
  });
});
