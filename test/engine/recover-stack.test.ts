import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openAccountResources } from '../../engine/recovery/account-resources.ts';
import type { StackNames } from '../../engine/recovery/adoptable-resources.ts';
import { releaseLeftLocks } from '../../engine/recovery/clear-locks.ts';
import { recoverStack } from '../../engine/recovery/recover-stack.ts';
import type { RunRecord } from '../../engine/runner/run-records.ts';
import type { StackTools } from '../../engine/stack-tools.ts';
import { openFileStates } from '../../engine/states/file-states.ts';
import { startHangingDestroy } from '../../engine/testing/hanging-destroy.ts';
import { createPulumiProject, type PulumiProject } from '../../engine/testing/pulumi-project.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { projectName } from '../../schema/factory/names.ts';
import { createLogger } from '../../system/logger.ts';
import { identifyProcess } from '../../system/process-identity.ts';

const accountId = 'a'.repeat(32);
const apiToken = 'token-of-the-test-'.padEnd(40, 'x');

describe('recovering a stack', { timeout: 60_000 }, () => {
  let project: PulumiProject;
  let cloud: Cloud;
  let tools: StackTools;
  let stacks = 0;
  let stack: string;
  let names: StackNames;
  let calls: number;

  beforeAll(async () => {
    project = await createPulumiProject();
    cloud = await startCloud({
      directory: join(project.root, 'cloud'),
      ...{ apiPort: 0, edgePort: 0, issuerPort: 0, accountId, apiToken },
      ...{ zoneName: 'firms.localhost', accountsZoneName: 'accounts.localhost' },
      ...{ issuerSecret: 'secret-of-the-test', runningMax: 2, inspect: false },
    });
    const access = { baseUrl: cloud.cloudflareApi, accountId, apiToken };
    tools = {
      records: project.records,
      host: project.host,
      states: openFileStates(project, project.stateDirectory),
      resourcesOf: () =>
        openAccountResources(access, () => {
          calls += 1;
        }),
      logger: createLogger(() => {}),
      runner: {
        run: () => Promise.reject(new Error('recovery runs nothing')),
        forget: async () => {},
        stop: async () => {},
      },
    };
    await tools.states.ensure('first');
  }, 60_000);
  beforeEach(() => {
    stacks += 1;
    stack = `acc-${stacks}`;
    names = { physicalName: `fh-${stack}` };
    calls = 0;
  });
  afterAll(async () => {
    await cloud.stop();
    await project.remove();
  });

  it('does nothing when its last run ended well', async () => {
    await makeDatabase();
    expect(await recover()).toEqual({ kind: 'clean' });
    expect(calls).toBe(0);
  });

  describe('finds what an update created without recording it', () => {
    it('before the stack had a record', async () => {
      expect(await tools.states.read(stack)).toBeUndefined();
      await leaveRecord();
      const adoptDatabaseId = await makeDatabase();
      await makeBucket();
      const adoption = { adoptDatabaseId, adoptBucket: true };
      expect(await recover()).toEqual({ kind: 'recovered', adoption, interruptions: 1 });
    });

    it('before the stack had a state', async () => {
      await tools.states.ensure(stack);
      expect((await tools.states.read(stack))?.deployment.resources ?? []).toEqual([]);
      await leaveRecord();
      const adoptDatabaseId = await makeDatabase();
      expect(await recover()).toMatchObject({ kind: 'recovered', adoption: { adoptDatabaseId } });
    });

    it('and asks Cloudflare for nothing that the state contains', async () => {
      await storeState(['cloudflare:index/d1Database:D1Database', 'cloudflare:index/r2Bucket:R2Bucket']);
      await leaveRecord();
      await makeDatabase();
      calls = 0;
      names = { ...names, route: { zoneId: cloud.zoneId, pattern: '*.firms.localhost/*' } };
      expect(await recover()).toMatchObject({ kind: 'recovered', adoption: {} });
      expect(calls).toBe(1);
    });

    it('and its route, unless the route leads to another Worker', async () => {
      await leaveRecord();
      const pattern = `*.${stack}.firms.localhost/*`;
      names = { ...names, route: { zoneId: cloud.zoneId, pattern } };
      await makeScript(names.physicalName);
      const adoptRouteId = await makeRoute(pattern, names.physicalName);
      expect(await recover()).toMatchObject({ kind: 'recovered', adoption: { adoptRouteId } });
      expect(await recover({ ...names, physicalName: 'fh-other' })).toMatchObject({ adoption: {} });
    });
  });

  it('drops pending operations and keeps the rest of the state', async () => {
    const types = ['cloudflare:index/d1Database:D1Database'];
    await storeState(types);
    const file = join(project.stateDirectory, '.pulumi', 'stacks', projectName, `${stack}.json`);
    const stored = JSON.parse(await readFile(file, 'utf8'));
    const [resource] = stored.checkpoint.latest.resources;
    stored.checkpoint.latest.pending_operations = [
      { resource: { ...resource, urn: `${resource.urn}-2` }, type: 'creating' },
    ];
    await writeFile(file, JSON.stringify(stored));
    expect((await tools.states.read(stack))?.deployment.pending_operations).toHaveLength(1);
    await leaveRecord();
    await recover();
    const state = await tools.states.read(stack);
    expect(state?.deployment.pending_operations ?? []).toEqual([]);
    expect(state?.deployment.resources.map(({ type }) => type)).toEqual(types);
  });

  describe('whose pulumi survived its service', () => {
    it('ends it and clears its lock', async () => {
      const destroy = await startHangingDestroy(project, tools.states, stack);
      await leaveRecord({ processes: [await identify(destroy.pid)] });
      expect(await recover()).toMatchObject({ kind: 'recovered' });
      expect(await identifyProcess(destroy.pid)).toBeUndefined();
      expect(await tools.states.locks(stack)).toEqual([]);
      await destroy.kill();
    });

    it('finds it by its command line when its number was never recorded', async () => {
      const destroy = await startHangingDestroy(project, tools.states, stack, `run-${stack}-unwritten`);
      await leaveRecord({ runId: `run-${stack}-unwritten` });
      expect(await recover()).toMatchObject({ kind: 'recovered' });
      expect(await identifyProcess(destroy.pid)).toBeUndefined();
      expect(await tools.states.locks(stack)).toEqual([]);
      await destroy.kill();
    });
  });

  describe('that is locked', () => {
    it('clears the lock of a run that was killed', async () => {
      const destroy = await startHangingDestroy(project, tools.states, stack);
      const process = await identify(destroy.pid);
      await destroy.kill();
      await leaveRecord({ processes: [process] });
      expect(await recover()).toMatchObject({ kind: 'recovered' });
      expect(await tools.states.locks(stack)).toEqual([]);
    });

    it('does not touch a pulumi that the service did not start, and names it', async () => {
      const destroy = await startHangingDestroy(project, tools.states, stack);
      try {
        await leaveRecord({ processes: [{ pid: 1, startTime: '0' }] });
        expect(await recover()).toMatchObject({
          kind: 'blocked',
          failure: { kind: 'stack_locked', message: expect.stringContaining(`(process ${destroy.pid})`) },
        });
        expect(await identifyProcess(destroy.pid)).toBeDefined();
        expect(await tools.states.locks(stack)).toHaveLength(1);
      } finally {
        await destroy.kill();
      }
    });

    it('keeps the lock of another host, whatever its process number', async () => {
      await lockBy({ pid: 4711, hostname: 'abroad' });
      await leaveRecord({ processes: [{ pid: 4711, startTime: '1' }] });
      await expectBlockedBy('root@abroad (process 4711)');
    });

    it('keeps the lock of a run that another host started', async () => {
      await lockBy({ pid: 4711, hostname: 'abroad' });
      await leaveRecord({
        host: { hostname: 'abroad', bootId: 'b' },
        processes: [{ pid: 4711, startTime: '1' }],
      });
      await expectBlockedBy('root@abroad (process 4711)');
    });

    it('keeps the lock of a host with the same name that booted at another time', async () => {
      const { hostname } = project.host;
      await lockBy({ pid: 4711, hostname });
      await leaveRecord({ host: { hostname, bootId: 'other' }, processes: [{ pid: 4711, startTime: '1' }] });
      await expectBlockedBy(`root@${hostname} (process 4711)`);
    });

    it('keeps an unreadable lock', async () => {
      await lockBy('');
      await leaveRecord({ processes: [{ pid: 0, startTime: '1' }] });
      await expectBlockedBy('a lock that cannot be read');
    });

    it('clears a lock that was left before this machine was rebooted', async () => {
      const host = { ...project.host, machineId: 'this-machine' };
      await lockBy({ pid: 4711, hostname: host.hostname });
      await leaveRecord({ host: { ...host, bootId: 'earlier' }, processes: [{ pid: 4711, startTime: '1' }] });
      expect(await recoverStack({ ...tools, host }, { stack, names, operationId: 'op-1' })).toMatchObject({
        kind: 'recovered',
      });
      expect(await tools.states.locks(stack)).toEqual([]);
    });
  });

  describe('when a service starts', () => {
    it('removes the lock of a finished run, keeps its record, and does not touch active runs', async () => {
      const destroy = await startHangingDestroy(project, tools.states, stack);
      await leaveRecord({ processes: [await identify(destroy.pid)] });
      await releaseLeftLocks(tools);
      expect(await identifyProcess(destroy.pid)).toBeDefined();
      expect(await tools.states.locks(stack)).toHaveLength(1);
      await destroy.kill();
      await releaseLeftLocks(tools);
      expect(await tools.states.locks(stack)).toEqual([]);
      expect(await tools.records.find(stack)).toBeDefined();
    });

    it('keeps the locks of others', async () => {
      await lockBy({ pid: 4711, hostname: 'abroad' });
      await leaveRecord();
      await releaseLeftLocks(tools);
      expect(await tools.states.locks(stack)).toHaveLength(1);
    });
  });

  it('continues after a run of another host that has left no lock', async () => {
    await leaveRecord({ host: { hostname: 'abroad', bootId: 'b' }, processes: [{ pid: 1, startTime: '1' }] });
    expect(await recover()).toMatchObject({ kind: 'recovered' });
  });

  describe('counts', () => {
    it('how often one operation was cut off, and gives up in the end', async () => {
      await leaveRecord({ interruptions: 2 });
      expect(await recover()).toMatchObject({ interruptions: 3 });
      await leaveRecord({ interruptions: 10 });
      expect(await recover()).toMatchObject({ kind: 'blocked', failure: { kind: 'interrupted_too_often' } });
    });

    it('neither a run that ended by itself nor those of another operation', async () => {
      await leaveRecord({ interruptions: 2, ended: { exitCode: 1, signal: null } });
      expect(await recover()).toMatchObject({ interruptions: 2 });
      await leaveRecord({ interruptions: 9, operationId: 'op-2' });
      expect(await recover()).toMatchObject({ interruptions: 0 });
    });
  });

  function recover(of = names) {
    return recoverStack(tools, { stack, names: of, operationId: 'op-1' });
  }

  /** Writes what a service leaves that dies during a run of the stack. */
  function leaveRecord(given: Partial<RunRecord> = {}): Promise<void> {
    return tools.records.write({
      ...{ stack, command: 'up', runId: `run-${stack}`, operationId: 'op-1', startedAtMs: 0 },
      ...{ host: project.host, processes: [], interruptions: 0 },
      ...given,
    } as RunRecord);
  }

  async function expectBlockedBy(holder: string): Promise<void> {
    expect(await recover()).toMatchObject({
      kind: 'blocked',
      failure: { kind: 'stack_locked', message: expect.stringContaining(holder) },
    });
    expect(await tools.states.locks(stack)).toHaveLength(1);
  }

  async function lockBy(holder: { pid: number; hostname: string } | ''): Promise<void> {
    const directory = join(project.stateDirectory, '.pulumi', 'locks', 'organization', projectName, stack);
    await mkdir(directory, { recursive: true });
    const lock = holder === '' ? '' : { ...holder, username: 'root', timestamp: '2026-11-28T10:00:00Z' };
    await writeFile(join(directory, 'one.json'), lock === '' ? '' : JSON.stringify(lock));
  }

  async function storeState(types: readonly string[]): Promise<void> {
    await tools.states.ensure(stack);
    const resources = types.map((type, index) => ({
      urn: `urn:pulumi:${stack}::${projectName}::${type}::resource-${index}`,
      type,
      custom: true,
      id: `id-${index}`,
    }));
    const manifest = { time: '2026-11-28T10:00:00Z', magic: '', version: '' };
    await tools.states.replace(stack, { version: 3, deployment: { manifest, resources } });
  }

  async function identify(pid: number) {
    const identity = await identifyProcess(pid);
    if (identity === undefined) throw new Error(`there is no process ${pid}`);
    return identity;
  }

  async function makeDatabase(): Promise<string> {
    const made = await call('POST', `/accounts/${accountId}/d1/database`, { name: names.physicalName });
    return String(made.uuid);
  }

  async function makeBucket(): Promise<void> {
    await call('POST', `/accounts/${accountId}/r2/buckets`, { name: names.physicalName });
  }

  async function makeScript(name: string): Promise<void> {
    const form = new FormData();
    form.set('metadata', JSON.stringify({ main_module: 'index.js', compatibility_date: '2026-01-01' }));
    const code = 'export default { fetch: () => new Response("ok") };';
    form.set('index.js', new Blob([code], { type: 'application/javascript+module' }), 'index.js');
    await call('PUT', `/accounts/${accountId}/workers/scripts/${name}`, form);
  }

  async function makeRoute(pattern: string, script: string): Promise<string> {
    const made = await call('POST', `/zones/${cloud.zoneId}/workers/routes`, { pattern, script });
    return String(made.id);
  }

  async function call(method: string, path: string, body: unknown): Promise<Record<string, unknown>> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${cloud.cloudflareApi}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiToken}`,
        'cf-r2-jurisdiction': 'eu',
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body),
    });
    const { result, errors } = (await response.json()) as {
      result: Record<string, unknown>;
      errors: unknown;
    };
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(errors)}`);
    return result;
  }
});
