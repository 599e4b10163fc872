import { join } from 'node:path';
import Cloudflare from 'cloudflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountAnswer, ADA, operationEnded, request, signUp, tokenFor } from '../../harness/client.ts';
import { runCommand } from '../../harness/command.ts';
import { Factory } from '../../harness/factory.ts';
import { projectRoot } from '../../harness/project-root.ts';

describe("Cloudflare's own tools", { timeout: 120_000 }, () => {
  const factory = new Factory();
  let account: AccountAnswer;

  beforeAll(async () => {
    await factory.start();
    const ada = await tokenFor(factory, ADA);
    const answer = await signUp(factory, ada, 'harbourvale');
    const operation = await operationEnded(factory, ada, answer.body.operation.id);
    expect(operation.status, operation.reason).toBe('succeeded');
    const read = await request<AccountAnswer>(`${factory.endpoints.platform}/v1/accounts/harbourvale`, {
      token: ada,
    });
    account = read.body;
  });
  afterAll(() => factory.remove());

  it('wrangler d1 execute reads the database of an account', async () => {
    const { cloudflareApi, cloudflareAccountId, cloudflareApiToken } = factory.endpoints;
    const result = await runCommand(
      join(projectRoot, 'node_modules/.bin/wrangler'),
      [
        'd1',
        'execute',
        `fh-${account.id}`,
        '--remote',
        '--json',
        '--command',
        'SELECT name FROM groups ORDER BY name',
      ],
      {
        cwd: factory.home,
        env: {
          ...factory.environment,
          CLOUDFLARE_API_BASE_URL: cloudflareApi,
          CLOUDFLARE_ACCOUNT_ID: cloudflareAccountId,
          CLOUDFLARE_API_TOKEN: cloudflareApiToken,
          WRANGLER_SEND_METRICS: 'false',
          // The banner would ask a registry for the newest version.
          WRANGLER_HIDE_BANNER: 'true',
          CI: '1',
        },
      },
    );
    expect(result.exitCode, result.stdout + result.stderr).toBe(0);
    const [answer] = JSON.parse(result.stdout) as { results: { name: string }[] }[];
    expect(answer?.results.map((row) => row.name)).toContain('Administrators');
  });

  it("the cloudflare SDK lists an account's database and bucket, both in the EU", async () => {
    const { cloudflareApi, cloudflareAccountId, cloudflareApiToken } = factory.endpoints;
    const cloudflare = new Cloudflare({ apiToken: cloudflareApiToken, baseURL: cloudflareApi });
    const databases = [];
    for await (const database of cloudflare.d1.database.list({ account_id: cloudflareAccountId }))
      databases.push(database);
    expect(databases.map((database) => database.name)).toContain(`fh-${account.id}`);
    const details = await cloudflare.d1.database.get(account.databaseId as string, {
      account_id: cloudflareAccountId,
    });
    expect(details).toMatchObject({ jurisdiction: 'eu' });
    const { buckets } = await cloudflare.r2.buckets.list(
      { account_id: cloudflareAccountId },
      { headers: { 'cf-r2-jurisdiction': 'eu' } },
    );
    expect(buckets?.map((bucket) => bucket.name)).toContain(`fh-${account.id}`);
  });
});
