import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReleaseStore } from '../../engine/releases/release-store.ts';
import { deriveRelease } from '../../infra/testing/seal-release.ts';
import { projectRoot } from '../../system/home/home.ts';
import { findProcesses } from '../../system/process-identity.ts';
import { FactoryFixture, type OperationRow } from './factory-fixture.ts';

// The tests need the PATH to find Pulumi and Node; everything else is set here.
// biome-ignore lint/style/noProcessEnv: the environment boundary of this file
const path = `${join(projectRoot, 'node_modules', '.bin')}:${process.env.PATH}`;

describe('the automation service', { timeout: 120_000 }, () => {
  let factory: FactoryFixture;
  /** An up-to-date account; every test leaves it up to date. */
  let accountId: string;
  let made: OperationRow;

  beforeAll(async () => {
    factory = await FactoryFixture.create(path);
    await factory.startCloud();
    await factory.startService();
    accountId = await factory.newAccount('whole');
    made = await factory.perform('provision', accountId, 'whole');
  }, 120_000);
  afterAll(() => factory.remove(), 60_000);

  it('creates an account with six API calls', () => {
    expect(made.reason).toBeUndefined();
    expect(made).toMatchObject({ status: 'succeeded', apiCalls: 6 });
    expect(new Set(made.steps.map(({ name }) => name))).toEqual(
      new Set(['database', 'migrations', 'bucket', 'worker', 'subdomain', 'domain', 'registration', 'ready']),
    );
    expect(made.steps.every(({ startedAt, endedAt }) => startedAt !== null && endedAt !== null)).toBe(true);
  });

  it('changes nothing and makes no call when an account is up to date', async () => {
    const operation = await factory.perform('upgrade', accountId, 'whole');
    expect(operation).toMatchObject({ status: 'succeeded', apiCalls: 0 });
    const changed = operation.steps.filter(({ status }) => status !== 'unchanged');
    expect(changed).toMatchObject([{ name: 'ready', status: 'succeeded', detail: 'answers' }]);
  });

  it('reports drift', async () => {
    const databases = await factory.cloudflare<{ name: string; uuid: string }[]>('GET', '/d1/database');
    const database = databases.find(({ name }) => name === `fh-${accountId}`);
    await factory.cloudflare('PUT', `/d1/database/${database?.uuid}`, { read_replication: { mode: 'auto' } });
    const drifted = await factory.perform('refresh', accountId, 'whole');
    expect(drifted.status).toBe('succeeded');
    expect(drifted.steps.filter(({ status }) => status !== 'unchanged')).toMatchObject([
      { name: 'database', detail: expect.stringContaining('readReplication') },
    ]);
    const repaired = await factory.perform('upgrade', accountId, 'whole');
    expect(repaired).toMatchObject({ status: 'succeeded', apiCalls: 1 });
  });

  it('fails at once with SQLite’s own message when a migration fails, and succeeds after it is corrected', async () => {
    const { releasesDirectory } = factory.home;
    const store = openReleaseStore(releasesDirectory);
    const good = (await store.current()) ?? '';
    const broken = await deriveRelease(releasesDirectory, good, async (files) => {
      const directory = files.migrations('account');
      const { length } = (await readdir(directory)).filter((name) => name.endsWith('.sql'));
      await writeFile(
        join(directory, `${String(length + 1).padStart(4, '0')}_broken.sql`),
        'CREATE TABLE works (id TEXT);\nINSERT INTO nowhere VALUES (1);\n',
      );
    });
    const use = (name: string) => store.use(name);
    await use(broken);
    const failed = await factory.perform('upgrade', accountId, 'whole');
    expect(failed.status).toBe('failed');
    expect(failed.reason).toContain('no such table: nowhere');
    await use(good);
    expect(await factory.perform('upgrade', accountId, 'whole')).toMatchObject({ status: 'succeeded' });
  });

  it('offboards an account whose own update always fails', async () => {
    const id = await factory.newAccount('hopeless');
    await factory.perform('provision', id, 'hopeless');
    const project = await readFile(factory.home.projectFile, 'utf8');
    await writeFile(
      factory.home.projectFile,
      project.replace(/(factory:cloudflareAccountId:(?:\n {4}.*)*\n {4}value: ).*/, '$1not-an-account'),
    );
    expect((await factory.perform('upgrade', id, 'hopeless')).status).toBe('failed');
    const left = await factory.perform('offboard', id, 'hopeless', 'hopeless');
    await writeFile(factory.home.projectFile, project);
    expect(left.reason).toBeUndefined();
    expect(left.status).toBe('succeeded');
    expect(await remains(id)).toEqual([]);
  });

  it('accepts an operation once, no matter how often its request is sent or replayed', async () => {
    const operationId = await factory.begin('upgrade', accountId, 'whole');
    const ended = await factory.ended(operationId);
    const body = factory.requestFor(operationId, 'upgrade', accountId, 'whole');
    const headers = factory.sign('POST', '/v1/operations', body, new Date());
    const send = async () => {
      const response = await factory.send('POST', '/v1/operations', body, headers);
      expect(response.status).toBe(202);
      return ((await response.json()) as { invocationId: string }).invocationId;
    };
    expect(await send()).toBe(await send());
    expect(await factory.operation(operationId)).toEqual(ended);
  });

  it('refuses requests that are unsigned, signed by another, too old or too large', async () => {
    const old = new Date(Date.now() - 10 * 60_000);
    const sign = (sentAt: Date) => factory.sign('POST', '/v1/operations', '{}', sentAt);
    const wrong = { ...sign(new Date()), 'webhook-signature': `v1,${btoa('x'.repeat(32))}` };
    expect((await factory.send('POST', '/v1/operations', '{}', {})).status).toBe(401);
    expect((await factory.send('POST', '/v1/operations', '{}', wrong)).status).toBe(401);
    expect((await factory.send('POST', '/v1/operations', '{}', sign(old))).status).toBe(401);
    expect((await factory.send('POST', '/v1/operations', 'x'.repeat(100_000), {})).status).toBe(413);
    const elsewhere = factory.sign('POST', '/v1/elsewhere', '{}', new Date());
    expect((await factory.send('POST', '/v1/operations', '{}', elsewhere)).status).toBe(401);
    expect((await factory.send('GET', '/nowhere', '', {})).status).toBe(404);
  });

  it('stops during a provision, leaves no process behind, and completes it at the next start', async () => {
    const id = await factory.newAccount('ended');
    const hangs = await factory.hang('POST', '/r2/buckets$', 'before');
    const operationId = await factory.begin('provision', id, 'ended');
    await hangs();
    expect((await factory.operation(operationId)).status).toBe('running');
    expect(await factory.endService('SIGTERM')).toBe(0);
    expect((await factory.operation(operationId)).status).toBe('running');
    expect(await findProcesses(factory.home.restateDirectory)).toEqual([]);
    expect(await findProcesses(`--stack=${id}`)).toEqual([]);
    const ready = await factory.startService();
    expect(ready.platformDatabaseId).toBe(factory.ready?.platformDatabaseId);
    expect(await factory.ended(operationId)).toMatchObject({ status: 'succeeded' });
  });

  it('completes a provision during which it was killed', async () => {
    const id = await factory.newAccount('killed');
    const hangs = await factory.hang('PUT', `/workers/scripts/fh-${id}$`, 'before');
    const operationId = await factory.begin('provision', id, 'killed');
    await hangs();
    await factory.endService('SIGKILL');
    expect((await factory.operation(operationId)).status).toBe('running');
    expect(await remains(id)).toEqual(['bucket', 'database']);
    await factory.startService();
    expect(await factory.ended(operationId)).toMatchObject({ status: 'succeeded' });
    expect(await remains(id)).toEqual(['bucket', 'database', 'worker']);
    expect(await readdir(factory.home.runsDirectory)).toEqual([]);
  });

  it('refuses to offboard an account without its slug as confirmation, and deletes everything with it', async () => {
    const id = await factory.newAccount('leaving');
    await factory.perform('provision', id, 'leaving');
    const refused = await factory.perform('offboard', id, 'leaving', 'living');
    expect(refused).toMatchObject({ status: 'failed', reason: '"confirm" must be "leaving"' });
    expect(await remains(id)).toEqual(['bucket', 'database', 'worker']);
    const left = await factory.perform('offboard', id, 'leaving', 'leaving');
    expect(left.reason).toBeUndefined();
    expect(left.status).toBe('succeeded');
    expect(await remains(id)).toEqual([]);
    await expect(access(join(factory.home.stacksDirectory, `Pulumi.${id}.yaml`))).rejects.toThrow('ENOENT');
  });

  it('creates nothing for an account that was offboarded after the request', async () => {
    const id = await factory.newAccount('gone');
    await factory.perform('provision', id, 'gone');
    expect(await factory.perform('offboard', id, 'gone', 'gone')).toMatchObject({ status: 'succeeded' });
    const late = await factory.perform('upgrade', id, 'gone');
    expect(late).toMatchObject({
      status: 'failed',
      reason: 'account gone is offboarded: no more resources are created for it',
      apiCalls: 0,
    });
    expect(await remains(id)).toEqual([]);
  });

  async function remains(id: string): Promise<string[]> {
    const name = `fh-${id}`;
    const [databases, buckets, scripts] = await Promise.all([
      factory.cloudflare<{ name: string }[]>('GET', '/d1/database?per_page=1000'),
      factory.cloudflare<{ buckets: { name: string }[] }>('GET', '/r2/buckets'),
      factory.cloudflare<{ id: string }[]>('GET', '/workers/scripts'),
    ]);
    return [
      ...(buckets.buckets.some((bucket) => bucket.name === name) ? ['bucket'] : []),
      ...(databases.some((database) => database.name === name) ? ['database'] : []),
      ...(scripts.some((script) => script.id === name) ? ['worker'] : []),
    ];
  }
});
