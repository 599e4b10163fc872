import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectName } from '../../schema/factory/names.ts';
import { runPulumi } from '../runner/spawn-pulumi.ts';
import { startHangingDestroy } from '../testing/hanging-destroy.ts';
import { createPulumiProject, type PulumiProject } from '../testing/pulumi-project.ts';
import { openCliStates } from './cli-states.ts';
import { openStackStates } from './open-stack-states.ts';
import type { StackDeployment, StackStates } from './stack-states.ts';

const abroad = { pid: 4711, username: 'ada', hostname: 'abroad', timestamp: '2026-11-28T10:00:00Z' };

const emptyDeployment = {
  manifest: { time: '2026-11-28T10:00:00Z', magic: '', version: '' },
  resources: [],
};

/** A state with one resource. */
function deploymentOf(stack: string): StackDeployment {
  const type = 'pulumi:pulumi:Stack';
  const urn = `urn:pulumi:${stack}::${projectName}::${type}::known`;
  return { version: 3, deployment: { ...emptyDeployment, resources: [{ urn, type, custom: false }] } };
}

describe.each<[string, (project: PulumiProject) => StackStates]>([
  ['in a folder', (project) => openStackStates(project, pathToFileURL(project.stateDirectory).href)],
  ['reached by the CLI alone', openCliStates],
])('the states of stacks %s', { timeout: 120_000 }, (_, open) => {
  let project: PulumiProject;
  let states: StackStates;
  const locksOf = (stack: string) =>
    join(project.stateDirectory, '.pulumi', 'locks', 'organization', projectName, stack);
  const lock = async (stack: string, content: string) => {
    await mkdir(locksOf(stack), { recursive: true });
    await writeFile(join(locksOf(stack), 'one.json'), content);
  };

  beforeAll(async () => {
    project = await createPulumiProject();
    states = open(project);
  });
  afterAll(() => project.remove());

  it('have no state before a stack is created', async () => {
    expect(await states.exists('none')).toBe(false);
    expect(await states.read('none')).toBeUndefined();
    expect(await states.locks('none')).toEqual([]);
    expect(await states.exists('none')).toBe(false);
  });

  it('create a stack once, where the URL says', async () => {
    await states.ensure('made');
    const first = await states.read('made');
    expect(first?.deployment.resources).toEqual([]);
    await states.replace('made', deploymentOf('made'));
    await states.ensure('made');
    expect((await states.read('made'))?.deployment.resources).toMatchObject(
      deploymentOf('made').deployment.resources,
    );
    expect(await project.records.stacks()).toEqual([]);
    expect(await readdir(join(project.stateDirectory, '.pulumi', 'stacks', projectName))).toContain(
      'made.json',
    );
    expect(await readdir(project.root)).toHaveLength(5);
  });

  it('create one stack when two callers create it at the same time', async () => {
    await states.ensure('first');
    const made = await Promise.allSettled([states.ensure('both'), states.ensure('both')]);
    expect(made.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect((await states.read('both'))?.deployment.resources).toEqual([]);
  });

  it('refuse what is not a state', async () => {
    await states.ensure('refused');
    await expect(states.replace('refused', { deployment: { resources: [] } })).rejects.toThrow(
      'stack import failed',
    );
    expect(await project.records.stacks()).toEqual([]);
  });

  it('name the holder of a lock, on this host or another', async () => {
    await states.ensure('locked');
    expect(await states.locks('locked')).toEqual([]);
    await lock('locked', JSON.stringify(abroad));
    const { timestamp: createdAt, ...holder } = abroad;
    expect(await states.locks('locked')).toEqual([{ ...holder, createdAt }]);
    await expect(states.replace('locked', deploymentOf('locked'))).rejects.toThrow('ada@abroad (pid 4711)');
    await states.unlock('locked');
    expect(await states.locks('locked')).toEqual([]);
    await states.replace('locked', deploymentOf('locked'));
  });

  it('name the lock of a running pulumi and of a killed one', async () => {
    const destroy = await startHangingDestroy(project, states, 'running');
    try {
      expect(await states.locks('running')).toMatchObject([{ pid: destroy.pid, hostname: hostname() }]);
    } finally {
      await destroy.kill();
    }
    expect(await states.locks('running')).toMatchObject([{ pid: destroy.pid }]);
    await states.unlock('running');
    expect(await states.locks('running')).toEqual([]);
  });

  it('keep nothing of a stack that was removed and forgotten', async () => {
    await states.ensure('removed');
    await states.replace('removed', { version: 3, deployment: emptyDeployment });
    const removed = await runPulumi(project.command, ['stack', 'rm', '--yes', '--stack', 'removed']);
    expect(removed.exitCode, removed.stderr).toBe(0);
    await states.forget('removed');
    await states.forget('removed');
    expect(await states.exists('removed')).toBe(false);
    const left = await readdir(join(project.stateDirectory, '.pulumi'), {
      recursive: true,
      withFileTypes: true,
    });
    const files = left
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    expect(files.filter((file) => file.includes('removed'))).toEqual([]);
  });
});
