import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkerLog } from './worker-log.ts';

describe('the log of Workers', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'freehold-worker-log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has a line with its time for each line, and none after its end', () => {
    const log = new WorkerLog(folder);
    log.write('one');
    log.write('two');
    log.close();
    log.write('three');
    expect(readFileSync(log.file, 'utf8')).toMatch(/^\S+Z one\n\S+Z two\n$/);
  });

  it.skipIf(process.platform !== 'linux')('ends nothing when the disk is full', () => {
    symlinkSync('/dev/full', path.join(folder, 'workers.log'));
    const log = new WorkerLog(folder);
    log.write('dropped');
    log.close();
  });

  it('ends nothing when it cannot be made', () => {
    writeFileSync(path.join(folder, 'file'), '');
    const log = new WorkerLog(path.join(folder, 'file', 'logs'));
    log.write('dropped');
    log.close();
  });
});
