import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountAnswer,
  ADA,
  cloudflare,
  cloudInventory,
  freehold,
  operationEnded,
  request,
  signUp,
  startOperation,
  tokenFor,
} from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { clearFaults, type Fault, injectFault } from '../../harness/faults.ts';
import { barePulumi } from '../../harness/pulumi.ts';

/** A refusal that a retry does not change, so that the operation ends at once. */
const refusal = (method: string, pathPattern: string): Fault => ({
  match: { method, pathPattern },
  effect: 'before',
  action: 'status',
  status: 400,
  times: 1,
});

describe('an account that is offboarded', { timeout: 120_000 }, () => {
  const factory = new Factory();
  let before: Record<string, readonly string[]>;
  let ada: string;
  let operator: string;

  beforeAll(async () => {
    await factory.start();
    before = await cloudInventory(factory);
    ada = await tokenFor(factory, ADA);
    operator = await tokenFor(factory, 'operator@freehold.example', { role: 'operator' });
  });
  afterEach(() => clearFaults(factory));
  afterAll(() => factory.remove());

  it.each([
    ['database', '/d1/database/[^/]+$'],
    ['bucket', '/r2/buckets/[^/]+$'],
  ])(
    'keeps its slug while its %s cannot be deleted, and is deleted completely at the next attempt',
    async (what, path) => {
      const account = await provision(`stuck-${what}`);
      await injectFault(factory, refusal('DELETE', path));
      const failed = await offboard(account);
      expect(failed).toMatchObject({ status: 'failed', reason: expect.stringContaining('400') });
      expect(await accountOf(account.id)).toMatchObject({ status: 'offboarding' });
      expect((await accountOf(account.id)).workerUrl).toBeUndefined();
      expect((await signUp(factory, ada, account.slug)).status).toBe(409);
      if (what === 'bucket') await putObject(account, 'late.txt');

      const left = await offboard(account);
      expect(left.status, left.reason).toBe('succeeded');
      expect(left.steps.find(({ name }) => name === 'empty-bucket')?.detail).toBe(
        what === 'bucket' ? '1 object deleted' : '0 objects deleted',
      );
      await expectGone(account);
    },
  );

  it('is deleted although its Worker is refused, with resources that no state contains', async () => {
    const slug = 'never-whole';
    await injectFault(factory, refusal('PUT', '/workers/scripts/'));
    const signedUp = await signUp(factory, ada, slug);
    const { account, operation } = signedUp.body;
    expect((await operationEnded(factory, ada, operation.id)).status).toBe('failed');
    // A database with the account's name that was never recorded, as after a crash of Pulumi.
    const state = await barePulumi(factory, ['stack', 'export', '--stack', account.id]);
    const { deployment } = JSON.parse(state.stdout) as {
      deployment: { resources: { type: string; urn: string }[] };
    };
    for (const type of ['DatabaseMigrations', 'D1Database']) {
      const urn = deployment.resources.find((resource) => resource.type.endsWith(type))?.urn ?? '';
      const forgotten = await barePulumi(factory, [
        ...['state', 'delete', urn, '--force', '--yes', '--target-dependents', '--stack', account.id],
      ]);
      expect(forgotten.exitCode, forgotten.stdout + forgotten.stderr).toBe(0);
    }
    await injectFault(factory, { ...refusal('PUT', '/workers/scripts/'), times: 100 });
    const left = await offboard({ ...account, slug });
    expect(left.status, left.reason).toBe('succeeded');
    expect(left.steps.find(({ name }) => name === 'remains')?.detail).toBe('database deleted');
    await expectGone(account);
  });

  it('is offboarded completely after a bare pulumi destroy', async () => {
    const account = await provision('by-hand');
    await barePulumi(factory, ['config', 'set', 'factory:offboarding', 'true', '--stack', account.id]);
    for (const command of ['up', 'destroy']) {
      const run = await barePulumi(factory, [command, '--yes', '--stack', account.id]);
      expect(run.exitCode, run.stdout + run.stderr).toBe(0);
    }
    expect(await accountOf(account.id)).toMatchObject({ status: 'offboarding' });
    const refused = await startOperation(factory, operator, account.id, { kind: 'upgrade' });
    expect(refused.status).toBe(409);
    const left = await offboard(account);
    expect(left.status, left.reason).toBe('succeeded');
    await expectGone(account);
  });

  it('is active again when an operator upgrades it before its registration is deleted', async () => {
    const account = await provision('stays');
    await injectFault(factory, refusal('GET', '/r2/buckets/[^/]+/objects$'));
    expect((await offboard(account)).status).toBe('failed');
    expect((await accountOf(account.id)).status).toBe('offboarding');
    const up = await freehold(factory, 'account', 'up', account.slug);
    expect(up.exitCode, up.stderr).toBe(0);
    expect((await accountOf(account.id)).status).toBe('active');
    const token = await tokenFor(factory, ADA, { account: account.slug });
    const clients = await request(`${factory.endpoints.edge}/a/${account.slug}/v1/clients`, { token });
    expect(clients.status, clients.text).toBe(200);
    const destroy = await barePulumi(factory, ['destroy', '--yes', '--stack', account.id]);
    expect(destroy.stdout + destroy.stderr).toContain('protected');
    expect((await offboard(account)).status).toBe('succeeded');
    await expectGone(account);
  });

  it('can be provisioned by the command line when its first provisioning has failed', async () => {
    await injectFault(factory, refusal('PUT', '/workers/scripts/'));
    const signedUp = await signUp(factory, ada, 'second-try');
    const { account, operation } = signedUp.body;
    expect((await operationEnded(factory, ada, operation.id)).status).toBe('failed');
    const up = await freehold(factory, 'account', 'up', 'second-try');
    expect(up.exitCode, up.stderr).toBe(0);
    expect((await accountOf(account.id)).status).toBe('active');
    expect((await offboard(account)).status).toBe('succeeded');
    await expectGone(account);
  });

  async function provision(slug: string): Promise<AccountAnswer> {
    const signedUp = await signUp(factory, ada, slug);
    expect(signedUp.status, signedUp.text).toBe(202);
    const operation = await operationEnded(factory, ada, signedUp.body.operation.id);
    expect(operation.status, operation.reason).toBe('succeeded');
    return accountOf(signedUp.body.account.id);
  }

  async function offboard(account: { id: string; slug: string }) {
    const started = await startOperation(factory, operator, account.id, {
      kind: 'offboard',
      confirm: account.slug,
    });
    expect(started.status, started.text).toBe(202);
    expect(started.body.account.status).toBe('offboarding');
    return operationEnded(factory, operator, started.body.operation.id);
  }

  async function accountOf(id: string): Promise<AccountAnswer> {
    const answer = await request<AccountAnswer>(`${factory.endpoints.platform}/v1/accounts/${id}`, {
      token: operator,
    });
    return answer.body;
  }

  async function putObject(account: AccountAnswer, key: string) {
    const { cloudflareApi, cloudflareAccountId, cloudflareApiToken } = factory.endpoints;
    const url = `${cloudflareApi}/accounts/${cloudflareAccountId}/r2/buckets/fh-${account.id}/objects/${key}`;
    const answer = await request(url, {
      method: 'PUT',
      token: cloudflareApiToken,
      body: 'late',
      headers: { 'cf-r2-jurisdiction': 'eu', 'content-type': 'text/plain' },
    });
    expect(answer.status, answer.text).toBe(200);
  }

  /** Checks that nothing is left in the cloud or of the stack on this machine, and that the registry says so. */
  async function expectGone(account: { id: string }) {
    expect((await accountOf(account.id)).status).toBe('offboarded');
    expect(await cloudInventory(factory)).toEqual(before);
    const databases = await cloudflare<{ name: string }[]>(factory, '/d1/database?per_page=1000');
    expect(databases.body.result.map(({ name }) => name)).not.toContain(`fh-${account.id}`);
    const kept = ['state', 'workspace', 'runs', join('logs', 'pulumi')].flatMap((folder) =>
      readdirSync(join(factory.home, folder), { recursive: true, encoding: 'utf8' }),
    );
    expect(kept.filter((path) => path.includes(account.id))).toEqual([]);
    expect(readFileSync(join(factory.home, 'workspace/Pulumi.yaml'), 'utf8')).not.toContain(account.id);
  }
});
