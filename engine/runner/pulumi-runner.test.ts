import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../system/logger.ts';
import type { ProgramPool } from '../programs/program-pool.ts';
import { openFileStates } from '../states/file-states.ts';
import type { StackStates } from '../states/stack-states.ts';
import { createPulumiProject, type PulumiProject } from '../testing/pulumi-project.ts';
import { createPulumiRunner, type PulumiRunner } from './pulumi-runner.ts';
import type { RunRecords } from './run-records.ts';

const processesMax = 2;

/** `destroy` runs no program. */
const noPrograms: ProgramPool = {
  lease: () => Promise.reject(new Error('there are no programs in this test')),
  close: async () => {},
};

describe('the runs of a factory', { timeout: 120_000 }, () => {
  let project: PulumiProject;
  let states: StackStates;
  let runner: PulumiRunner;
  let running: Set<string>;
  let runningMax: number;

  beforeAll(async () => {
    project = await createPulumiProject({ processesMax });
    states = openFileStates(project, project.stateDirectory);
    running = new Set();
    runningMax = 0;
    // The record exists before the process starts and until after it has ended.
    const records: RunRecords = {
      ...project.records,
      async write(record) {
        running.add(record.stack);
        runningMax = Math.max(runningMax, running.size);
        await project.records.write(record);
      },
      async remove(stack) {
        running.delete(stack);
        await project.records.remove(stack);
      },
    };
    runner = createPulumiRunner({
      ...{ command: project.command, pool: noPrograms, records, host: project.host },
      logsDirectory: join(project.root, 'logs'),
      logger: createLogger(() => {}),
    });
    await states.ensure('first');
  });
  afterAll(() => project.remove());

  it('never exceed the limit of concurrent runs, however many are requested, and all end', async () => {
    const stacks = Array.from({ length: 6 }, (_, index) => `acc-${index}`);
    for (const stack of stacks) await states.ensure(stack);
    const outcomes = await Promise.all(
      stacks.map((stack) =>
        runner.run({ stack, command: 'destroy', operationId: 'op-1', args: ['--remove'] }),
      ),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(stacks.map(() => 'succeeded'));
    expect(runningMax).toBe(processesMax);
    expect(await Promise.all(stacks.map((stack) => states.exists(stack)))).toEqual(stacks.map(() => false));
    expect(await project.records.stacks()).toEqual([]);
  });

  it('keep a record of a failed run, with its process and how it ended', async () => {
    const outcome = await runner.run({ stack: 'nowhere', command: 'destroy', operationId: 'op-2' });
    expect(outcome).toMatchObject({
      kind: 'failed',
      failure: { message: expect.stringContaining('nowhere') },
    });
    expect(await project.records.find('nowhere')).toMatchObject({
      operationId: 'op-2',
      host: project.host,
      processes: [{ pid: expect.any(Number) }],
      ended: { signal: null },
    });
    await project.records.remove('nowhere');
  });

  it('do not begin once the service stops, even those that wait for their turn', async () => {
    const gate = Promise.withResolvers<void>();
    const places = Array.from({ length: processesMax }, () => project.command.limit(() => gate.promise));
    const waiting = runner.run({ stack: 'acc-late', command: 'destroy', operationId: 'op-3' });
    const stopped = runner.stop(1_000);
    gate.resolve();
    await Promise.all([...places, stopped]);
    expect(await waiting).toEqual({ kind: 'interrupted' });
    expect(await runner.run({ stack: 'acc-late', command: 'destroy', operationId: 'op-3' })).toEqual({
      kind: 'interrupted',
    });
    expect(await project.records.find('acc-late')).toBeUndefined();
  });
});
