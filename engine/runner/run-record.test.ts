import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRunRecords, type RunRecord } from './run-record.ts';

const record: RunRecord = {
  stack: 'acc-1',
  command: 'up',
  runId: 'a-run',
  operationId: 'op-1',
  startedAtMs: 1,
  process: { pid: 42, startTime: '123' },
  interruptions: 2,
};

describe('run records', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'freehold-runs-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('are found again until they are removed', async () => {
    const records = createRunRecords(directory);
    expect(await records.find('acc-1')).toBeUndefined();
    await records.write(record);
    expect(await records.find('acc-1')).toEqual(record);
    expect(await records.stacks()).toEqual(['acc-1']);
    await records.remove('acc-1');
    expect(await records.find('acc-1')).toBeUndefined();
  });

  it('count as a run of unknown fate when they cannot be read', async () => {
    await writeFile(join(directory, 'acc-1.json'), '{"stack":');
    expect(await createRunRecords(directory).find('acc-1')).toMatchObject({ stack: 'acc-1', runId: '' });
  });
});
