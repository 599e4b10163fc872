import { randomUUID } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ADA,
  cloudInventory,
  freehold,
  operationEnded,
  request,
  signUp,
  startOperation,
  tokenFor,
} from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { barePulumi, previewChanges } from '../../harness/pulumi.ts';
import { requestWithHost } from '../../harness/raw-request.ts';
import {
  currentRelease,
  replaceAccountBundle,
  replaceAccountMigrations,
  useRelease,
} from '../../harness/releases.ts';
import { stepsOfOneScenario } from '../../harness/scenario.ts';

describe('the life of an account', { timeout: 120_000 }, () => {
  stepsOfOneScenario();
  const factory = new Factory();
  let before: Record<string, readonly string[]>;
  let ada: string;
  let operator: string;
  /** The last release whose migrations work. */
  let good: string;

  beforeAll(async () => {
    await factory.start();
    before = await cloudInventory(factory);
    ada = await tokenFor(factory, ADA);
    operator = await tokenFor(factory, 'operator@freehold.example', { role: 'operator' });
  });
  afterAll(() => factory.remove());

  it('turns two concurrent sign-ups into two accounts, each with its own database', async () => {
    const slugs = ['harbourvale', 'millbrook'];
    const answers = await Promise.all(slugs.map((slug) => signUp(factory, ada, slug)));
    for (const answer of answers) {
      expect(answer.status).toBe(202);
      expect(answer.headers.get('location')).toBe(`/v1/operations/${answer.body.operation.id}`);
    }
    const operations = await Promise.all(
      answers.map((a) => operationEnded(factory, ada, a.body.operation.id)),
    );
    for (const operation of operations) {
      expect(operation).toMatchObject({ status: 'succeeded', kind: 'provision' });
      expect(operation.apiCalls).toBe(6);
      expect(operation.steps.length).toBeGreaterThanOrEqual(7);
      for (const step of operation.steps) {
        expect(step.status).toBe('succeeded');
        expect(Date.parse(step.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(step.startedAt ?? ''));
      }
    }
    for (const slug of slugs) {
      const token = await tokenFor(factory, ADA, { account: slug });
      const clients = `${factory.endpoints.edge}/a/${slug}/v1/clients`;
      const created = await request(clients, {
        method: 'POST',
        token,
        headers: { 'idempotency-key': randomUUID() },
        body: { reference: `${slug}-1`, status: 'active', firstName: 'Rowan', lastName: slug },
      });
      expect(created.status, created.text).toBe(201);
      const bookmark = created.headers.get('x-d1-bookmark') ?? '';
      const read = await request(`${clients}/${created.body.id}`, {
        token,
        headers: { 'x-d1-bookmark': bookmark },
      });
      expect(read.status, read.text).toBe(200);
      expect(read.body).toMatchObject({ lastName: slug, version: 1 });
      const list = await request<{ items: { lastName: string }[] }>(clients, { token });
      expect(list.body.items.map((client) => client.lastName)).toEqual([slug]);
    }
  });

  it('responds the same by host as by path', async () => {
    const token = await tokenFor(factory, ADA, { account: 'harbourvale' });
    const { edge, zone } = factory.endpoints;
    const answer = await requestWithHost(edge, `harbourvale.${zone}`, '/v1/clients', { token });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).items).toHaveLength(1);
  });

  it('changes nothing and makes no call when an account is deployed again', async () => {
    for (const slug of ['harbourvale', 'millbrook']) {
      const started = await startOperation(factory, operator, slug, { kind: 'upgrade' });
      expect(started.status, started.text).toBe(202);
      const operation = await operationEnded(factory, operator, started.body.operation.id);
      expect(operation).toMatchObject({ status: 'succeeded', apiCalls: 0 });
      expect(
        operation.steps.every((step) => step.status === 'unchanged' || step.status === 'succeeded'),
      ).toBe(true);
    }
  });

  it('is the same by a bare pulumi up as by the service', async () => {
    const account = await accountOf('harbourvale');
    const up = await barePulumi(factory, ['up', '--yes', '--stack', account.id]);
    expect(up.exitCode, up.stdout + up.stderr).toBe(0);
    expect(up.stdout).toMatch(/\d+ unchanged/);
    expect(up.stdout).not.toMatch(/\d+ (created|updated|replaced|deleted)/);
  });

  it('shows no change in a preview and in a refresh afterwards', async () => {
    const account = await accountOf('harbourvale');
    expect(await previewChanges(factory, account.id)).toEqual({});
    const refresh = await barePulumi(factory, ['refresh', '--yes', '--stack', account.id]);
    expect(refresh.exitCode, refresh.stdout + refresh.stderr).toBe(0);
    expect(refresh.stdout).not.toMatch(/\d+ (created|updated|replaced|deleted)/);
    expect(await previewChanges(factory, account.id)).toEqual({});
  });

  it('uploads new code with one call, and the registry names the release', async () => {
    const release = await replaceAccountBundle(factory);
    const started = await startOperation(factory, operator, 'harbourvale', { kind: 'upgrade' });
    const operation = await operationEnded(factory, operator, started.body.operation.id);
    expect(operation).toMatchObject({ status: 'succeeded', apiCalls: 1 });
    const changed = operation.steps.filter((step) => step.status === 'succeeded');
    expect(changed.map((step) => step.name)).toEqual(['worker', 'registration']);
    const ready = await request(`${factory.endpoints.edge}/a/harbourvale/readyz`);
    expect(ready.status).toBe(200);
    expect(await accountOf('harbourvale')).toMatchObject({ status: 'active', release });
  });

  it('is refused with the reason while it is suspended, and served again after it is resumed', async () => {
    const token = await tokenFor(factory, ADA, { account: 'harbourvale' });
    const clients = `${factory.endpoints.edge}/a/harbourvale/v1/clients`;
    const reason = 'The invoice of March is not paid.';
    const suspend = await freehold(factory, 'account', 'suspend', 'harbourvale', '--reason', reason);
    expect(suspend.exitCode, suspend.stderr).toBe(0);
    expect(await accountOf('harbourvale')).toMatchObject({ status: 'suspended', statusReason: reason });
    const refused = await request(clients, { token });
    expect(refused.status).toBe(403);
    expect(refused.body.type).toBe('urn:freehold:problem:account-suspended');
    // It can still be upgraded, and stays suspended.
    expect((await upgrade('harbourvale')).status).toBe('succeeded');
    expect(await accountOf('harbourvale')).toMatchObject({ status: 'suspended', statusReason: reason });

    const resume = await freehold(factory, 'account', 'resume', 'harbourvale');
    expect(resume.exitCode, resume.stderr).toBe(0);
    const resumed = await accountOf('harbourvale');
    expect(resumed.status).toBe('active');
    expect(resumed).not.toHaveProperty('statusReason');
    expect((await request(clients, { token })).status).toBe(200);
  });

  it('finds nothing to repair in a refresh by the service', async () => {
    const started = await startOperation(factory, operator, 'harbourvale', { kind: 'refresh' });
    const operation = await operationEnded(factory, operator, started.body.operation.id);
    expect(operation).toMatchObject({ status: 'succeeded' });
  });

  it('refuses a migration that was edited after it was applied, naming it', async () => {
    let first = '';
    good = await currentRelease(factory);
    await replaceAccountMigrations(factory, (directory, files) => {
      first = files[0] as string;
      appendFileSync(join(directory, first), '\n-- edited afterwards\n');
    });
    const operation = await upgrade('millbrook');
    expect(operation.status).toBe('failed');
    expect(operation.reason).toContain(first.replace(/\.sql$/, ''));
    expect(operation.reason).toMatch(/edited|changed/);
  });

  it('leaves the database at the migration before a failing one, and reports SQLite’s message', async () => {
    let applies = '';
    let bad = '';
    await useRelease(factory, good);
    await replaceAccountMigrations(factory, (directory, files) => {
      applies = `${String(files.length + 1).padStart(4, '0')}_good`;
      bad = `${String(files.length + 2).padStart(4, '0')}_bad`;
      writeFileSync(join(directory, `${applies}.sql`), 'CREATE TABLE good_step (id TEXT PRIMARY KEY);\n');
      writeFileSync(join(directory, `${bad}.sql`), 'INSERT INTO no_such_table (id) VALUES (1);\n');
    });
    const operation = await upgrade('millbrook');
    expect(operation.status).toBe('failed');
    expect(operation.reason).toContain('no such table: no_such_table');
    expect(operation.reason).toContain(bad);
    const account = await accountOf('millbrook');
    const ledger = await request<{ result: { results: { name: string }[] }[] }>(
      `${factory.endpoints.cloudflareApi}/accounts/${factory.endpoints.cloudflareAccountId}/d1/database/${account.databaseId}/query`,
      {
        method: 'POST',
        token: factory.endpoints.cloudflareApiToken,
        body: { sql: 'SELECT name FROM schema_migrations ORDER BY name' },
      },
    );
    const applied = ledger.body.result[0]?.results.map((row) => row.name) ?? [];
    expect(applied.at(-1)).toContain(applies);
    expect(applied.some((name) => name.includes(bad))).toBe(false);
  });

  it('refuses to offboard without the confirmation', async () => {
    const refused = await startOperation(factory, operator, 'harbourvale', { kind: 'offboard' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('confirm');
    expect((await accountOf('harbourvale')).status).toBe('active');
  });

  it('leaves nothing in the local cloud after every account is offboarded', async () => {
    for (const slug of ['harbourvale', 'millbrook']) {
      const account = await accountOf(slug);
      const started = await startOperation(factory, operator, slug, { kind: 'offboard', confirm: slug });
      expect(started.status, started.text).toBe(202);
      const operation = await operationEnded(factory, operator, started.body.operation.id);
      expect(operation.status, operation.reason).toBe('succeeded');
      const gone = await request<{ status: string }>(
        `${factory.endpoints.platform}/v1/accounts/${account.id}`,
        {
          token: operator,
        },
      );
      expect(gone.body.status).toBe('offboarded');
    }
    expect(await cloudInventory(factory)).toEqual(before);
  });

  async function accountOf(slug: string) {
    const answer = await request<{ id: string; status: string; databaseId: string }>(
      `${factory.endpoints.platform}/v1/accounts/${slug}`,
      { token: operator },
    );
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  }

  async function upgrade(slug: string) {
    const started = await startOperation(factory, operator, slug, { kind: 'upgrade' });
    expect(started.status, started.text).toBe(202);
    return operationEnded(factory, operator, started.body.operation.id);
  }
});
