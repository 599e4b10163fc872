import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FakePlatform, answerProblem } from '../testing/fake-platform.ts';
import { createTokenSource } from './access-tokens.ts';
import { PlatformClient } from './platform-client.ts';

const account = (slug: string) => ({
  id: `acc-${slug}`,
  name: slug,
  slug,
  status: 'active',
  plan: 'standard',
  region: 'eu',
  createdAt: '2026-01-01T00:00:00.000Z',
});
const operation = { id: 'op-1', kind: 'provision', accountId: 'acc-1', status: 'queued', steps: [] };

describe('PlatformClient', () => {
  const fake = new FakePlatform();
  let platform: PlatformClient;
  beforeAll(async () => {
    platform = new PlatformClient(await fake.listen(), async () => 'token');
  });
  afterEach(() => {
    fake.answers = {};
    fake.requests.length = 0;
  });
  afterAll(() => fake.close());

  it('repeats a sign-up under the same key while the platform restarts', async () => {
    let asked = 0;
    fake.answers['POST /v1/accounts'] = (_, response) => {
      asked += 1;
      if (asked > 1) return { account: account('one'), operation };
      response.destroy();
      return undefined;
    };
    const accepted = await platform.createAccount({ name: 'One', slug: 'one' });
    expect(accepted.account.slug).toBe('one');
    const keys = fake.requests.map((request) => request.headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('reads all pages of the accounts', async () => {
    fake.answers['GET /v1/accounts'] = ({ path }) =>
      path.includes('cursor=second')
        ? { items: [account('two')], nextCursor: null }
        : { items: [account('one')], nextCursor: 'second' };
    expect((await platform.listAccounts('active')).map(({ slug }) => slug)).toEqual(['one', 'two']);
    expect(fake.requests.every(({ path }) => path.includes('status=active'))).toBe(true);
  });

  it('finds nothing where there is nothing, and does not take another failure for that', async () => {
    expect(await platform.findAccount('nobody')).toBeUndefined();
    fake.answers['GET /v1/accounts/mine'] = (_, response) => answerProblem(response, 403, 'Not yours');
    await expect(platform.findAccount('mine')).rejects.toThrow('Not yours (HTTP 403)');
  });

  it('names every field that the platform refuses', async () => {
    fake.answers['POST /v1/accounts'] = (_, response) => {
      const errors = [{ pointer: '#/slug', detail: 'is reserved' }];
      response.writeHead(422).end(JSON.stringify({ title: 'The body is not valid', errors }));
    };
    await expect(platform.createAccount({ name: 'Admin', slug: 'admin' })).rejects.toThrow(
      'The body is not valid\n  #/slug is reserved (HTTP 422)',
    );
  });

  it('says once what the detail of a problem says already', async () => {
    fake.answers['POST /v1/accounts'] = (_, response) => {
      const errors = [
        { pointer: '#/slug', detail: 'is reserved' },
        { pointer: '#/plan', detail: 'is missing' },
      ];
      const detail = '#/slug is reserved (and 1 more).';
      response.writeHead(422).end(JSON.stringify({ title: 'The body is not valid', detail, errors }));
    };
    await expect(platform.createAccount({ name: 'Admin', slug: 'admin' })).rejects.toThrow(
      /^The body is not valid\. #\/slug is reserved \(and 1 more\)\.\n {2}#\/plan is missing \(HTTP 422\)$/,
    );
  });

  it('says how to start a factory that does not answer', async () => {
    const nobody = new PlatformClient('http://127.0.0.1:1', async () => 'token');
    await expect(nobody.readAccount('one')).rejects.toThrow(/127\.0\.0\.1:1 does not answer.*npm start/);
  });
});

describe('createTokenSource', () => {
  it('keeps a token until shortly before its end', async () => {
    let issued = 0;
    const lasting = (seconds: number) =>
      createTokenSource(async () => {
        issued += 1;
        return { accessToken: `token ${issued}`, expiresInSeconds: seconds };
      });
    const long = lasting(3_600);
    expect([await long(), await long()]).toEqual(['token 1', 'token 1']);
    const short = lasting(29);
    expect([await short(), await short()]).toEqual(['token 2', 'token 3']);
  });
});
