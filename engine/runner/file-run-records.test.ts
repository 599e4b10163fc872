import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileRunRecords } from './file-run-records.ts';
import type { RunRecord } from './run-records.ts';

const record: RunRecord = {
  stack: 'acc-1',
  command: 'up',
  runId: 'a-run',
  operationId: 'op-1',
  startedAtMs: 1,
  host: { hostname: 'here', bootId: 'boot', machineId: 'machine' },
  processes: [{ pid: 42, startTime: '123' }],
  interruptions: 2,
};

describe('run records', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'freehold-runs-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('are found again until they are removed', async () => {
    const records = openFileRunRecords(directory);
    expect(await records.find('acc-1')).toBeUndefined();
    await records.write(record);
    expect(await records.find('acc-1')).toEqual(record);
    expect(await records.stacks()).toEqual(['acc-1']);
    await records.remove('acc-1');
    expect(await records.find('acc-1')).toBeUndefined();
    expect(await records.stacks()).toEqual([]);
  });

  it.each([
    ['a torn file', '{"stack":'],
    ['a record of another shape', '{"stack":"acc-1","process":{"pid":42}}'],
  ])('count %s as a run on an unknown host whose end is unknown', async (_, text) => {
    await writeFile(join(directory, 'acc-1.json'), text);
    expect(await openFileRunRecords(directory).find('acc-1')).toMatchObject({
      stack: 'acc-1',
      runId: '',
      host: { hostname: '' },
      processes: [],
    });
  });
});
