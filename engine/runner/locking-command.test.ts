import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPulumiProject, type PulumiProject } from '../testing/pulumi-project.ts';
import { runLockingCommand } from './locking-command.ts';
import type { RunRecord, RunRecords } from './run-records.ts';

describe('a command that takes the lock of a stack', () => {
  let project: PulumiProject;
  let written: RunRecord[];
  let records: RunRecords;
  const run = (command = project.command, args = ['version']) =>
    runLockingCommand({ ...project, command, records }, 'acc-1', args);
  const earlier = (): RunRecord => ({
    stack: 'acc-1',
    command: 'up',
    runId: 'earlier',
    operationId: 'op-1',
    startedAtMs: 1,
    host: project.host,
    processes: [{ pid: 1, startTime: '1' }],
    interruptions: 3,
  });

  beforeAll(async () => {
    project = await createPulumiProject();
  });
  beforeEach(async () => {
    written = [];
    records = {
      ...project.records,
      async write(record) {
        written.push(record);
        await project.records.write(record);
      },
    };
    await project.records.remove('acc-1');
  });
  afterAll(() => project.remove());

  it('is in the run record, with its process, as long as it runs', async () => {
    expect((await run()).exitCode).toBe(0);
    expect(written[0]).toMatchObject({ command: 'state', host: project.host, processes: [] });
    expect(written.at(-1)?.processes).toHaveLength(1);
    expect(await records.find('acc-1')).toBeUndefined();
  });

  it('does not change the record of an earlier run', async () => {
    await project.records.write(earlier());
    await run();
    expect(written.some(({ processes }) => processes.length === 2)).toBe(true);
    expect(await records.find('acc-1')).toEqual(earlier());
  });

  it('does not add its processes to those of another host', async () => {
    const abroad = { ...earlier(), host: { hostname: 'abroad', bootId: 'other' } };
    await project.records.write(abroad);
    await run();
    expect(written[0]).toMatchObject({ runId: 'earlier', host: project.host, processes: [] });
    expect(await records.find('acc-1')).toEqual(abroad);
  });

  it('stays in the record after it was killed, because it may have left its lock', async () => {
    const killing = { ...project.command, path: '/bin/sh' };
    const killOnceRecorded = 'until grep -q pid "$1"; do sleep 0.05; done; kill -9 $$';
    const recordFile = join(project.root, 'runs', 'acc-1.json');
    const result = await run(killing, ['-c', killOnceRecorded, 'sh', recordFile]);
    expect(result.signal).toBe('SIGKILL');
    expect(await records.find('acc-1')).toMatchObject({ processes: [{ pid: expect.any(Number) }] });
  });
});
