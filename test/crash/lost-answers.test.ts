import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountAnswer,
  ADA,
  cloudflare,
  cloudInventory,
  operationEnded,
  request,
  signUp,
  tokenFor,
} from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { clearFaults, type Fault, faultStruck, injectFault } from '../../harness/faults.ts';
import { projectRoot } from '../../harness/project-root.ts';
import { pendingOperations } from '../../harness/pulumi.ts';

const migrations = readdirSync(join(projectRoot, 'schema/migrations/account'))
  .filter((file) => file.endsWith('.sql'))
  .map((file) => file.replace(/\.sql$/, ''))
  .sort();

describe('a provision that loses the response to a request', { timeout: 120_000 }, () => {
  const factory = new Factory();
  let ada: string;

  beforeAll(async () => {
    await factory.start();
    ada = await tokenFor(factory, ADA);
  });
  afterEach(() => clearFaults(factory));
  afterAll(() => factory.remove());

  it.each<[string, Fault['match']]>([
    ['database', { method: 'POST', pathPattern: '/d1/database$' }],
    ['migrations', { method: 'POST', pathPattern: '/d1/database/[^/]+/query$' }],
    ['bucket', { method: 'POST', pathPattern: '/r2/buckets$' }],
    ['worker', { method: 'PUT', pathPattern: '/workers/scripts/fh-acc-[^/]+$' }],
    ['subdomain', { method: 'POST', pathPattern: '/workers/scripts/fh-acc-[^/]+/subdomain$' }],
    ['domain', { method: 'PUT', pathPattern: '/workers/domains$' }],
    ['registration', { at: 'edge', method: 'PUT', pathPattern: '^/internal/v1/.+/registration$' }],
  ])('creates the %s once', async (step, match) => {
    const fault = await injectFault(factory, { match, effect: 'after', action: 'drop', times: 1 });
    const signedUp = await signUp(factory, ada, `lost-${step}`);
    expect(signedUp.status, signedUp.text).toBe(202);
    const { account, operation } = signedUp.body;
    await faultStruck(factory, fault);
    const ended = await operationEnded(factory, ada, operation.id);
    expect(ended.status, ended.reason).toBe('succeeded');
    expect(ended.steps.map(({ name }) => name)).toContain(step);
    await expectOnce(account);
  });

  /** Checks that each part of the account exists exactly once, and that the account is served. */
  async function expectOnce({ id, slug }: AccountAnswer) {
    const name = `fh-${id}`;
    const inventory = await cloudInventory(factory);
    const own = (all: readonly string[] = []) => all.filter((one) => one.includes(id));
    expect(own(inventory.databases)).toEqual([name]);
    expect(own(inventory.buckets)).toEqual([name]);
    expect(own(inventory.scripts)).toEqual([name]);
    expect(own(inventory.domains)).toEqual([`${id}.${factory.endpoints.accountsZone}`]);
    const account = await request<AccountAnswer>(`${factory.endpoints.platform}/v1/accounts/${id}`, {
      token: ada,
    });
    expect(account.body).toMatchObject({ status: 'active', bucketName: name });
    const ledger = await cloudflare<{ results: { name: string; times: number }[] }[]>(
      factory,
      `/d1/database/${account.body.databaseId}/query`,
      {
        method: 'POST',
        body: { sql: 'SELECT name, count(*) AS times FROM schema_migrations GROUP BY name' },
      },
    );
    const applied = ledger.body.result[0]?.results ?? [];
    expect(applied.map((migration) => migration.name)).toEqual(migrations);
    expect(applied.every(({ times }) => times === 1)).toBe(true);
    expect(await pendingOperations(factory, id)).toEqual([]);
    const token = await tokenFor(factory, ADA, { account: slug });
    const clients = await request(`${factory.endpoints.edge}/a/${slug}/v1/clients`, { token });
    expect(clients.status, clients.text).toBe(200);
  }
});
