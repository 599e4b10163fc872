import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformClient } from '../../clients/typescript/client.ts';
import { ok } from '../../clients/typescript/problem.ts';
import { answerProblem, FakePlatform } from '../testing/fake-platform.ts';
import { createTokenSource } from './access-tokens.ts';
import { describeFailure } from './failure.ts';
import { findAccount, listAccounts, openPlatform } from './platform.ts';

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

describe('the platform from the command line', () => {
  const fake = new FakePlatform();
  let platform: PlatformClient;
  beforeAll(async () => {
    platform = openPlatform(await fake.listen(), async () => 'token');
  });
  afterEach(() => {
    fake.answers = {};
    fake.requests.length = 0;
  });
  afterAll(() => fake.close());

  const signUp = (name: string, slug: string) => ok(platform.POST('/v1/accounts', { body: { name, slug } }));
  /** What a person reads when a request fails. */
  const failureOf = (request: Promise<unknown>) =>
    request.then(
      () => 'no failure',
      (error: unknown) => describeFailure(error),
    );

  it('repeats a sign-up under the same key while the platform restarts', async () => {
    let asked = 0;
    fake.answers['POST /v1/accounts'] = (_, response) => {
      asked += 1;
      if (asked > 1) return { account: account('one'), operation };
      response.destroy();
      return undefined;
    };
    expect((await signUp('One', 'one')).account.slug).toBe('one');
    const keys = fake.requests.map((request) => request.headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('reads all pages of the accounts', async () => {
    fake.answers['GET /v1/accounts'] = ({ path }) =>
      path.includes('cursor=second')
        ? { items: [account('two')], nextCursor: null }
        : { items: [account('one')], nextCursor: 'second' };
    expect((await listAccounts(platform, 'active')).map(({ slug }) => slug)).toEqual(['one', 'two']);
    expect(fake.requests.every(({ path }) => path.includes('status=active'))).toBe(true);
  });

  it('finds nothing where there is nothing, and does not take another failure for that', async () => {
    expect(await findAccount(platform, 'nobody')).toBeUndefined();
    fake.answers['GET /v1/accounts/mine'] = (_, response) => answerProblem(response, 403, 'Not yours');
    expect(await failureOf(findAccount(platform, 'mine'))).toBe('Not yours (HTTP 403)');
  });

  it('names every field that the platform refuses', async () => {
    fake.answers['POST /v1/accounts'] = (_, response) =>
      answerProblem(response, 422, 'The body is not valid', undefined, [
        { pointer: '#/slug', detail: 'is reserved' },
      ]);
    expect(await failureOf(signUp('Admin', 'admin'))).toBe(
      'The body is not valid\n  --slug is reserved (HTTP 422)',
    );
  });

  it('says once what the detail of a problem says already', async () => {
    fake.answers['POST /v1/accounts'] = (_, response) =>
      answerProblem(response, 422, 'The body is not valid', '#/slug is reserved (and 1 more).', [
        { pointer: '#/slug', detail: 'is reserved' },
        { pointer: '#/plan', detail: 'is missing' },
      ]);
    expect(await failureOf(signUp('Admin', 'admin'))).toBe(
      'The body is not valid. --slug is reserved (and 1 more).\n  --plan is missing (HTTP 422)',
    );
  });

  it('gives the status of an answer that explains nothing', async () => {
    fake.answers['GET /v1/accounts/one'] = (_, response) => response.writeHead(418).end('<html>');
    expect(await failureOf(findAccount(platform, 'one'))).toMatch(/\(HTTP 418\)$/);
  });

  it('says how to start a factory that does not answer', async () => {
    const nobody = openPlatform('http://127.0.0.1:1', async () => 'token');
    expect(await failureOf(findAccount(nobody, 'one'))).toMatch(/127\.0\.0\.1:1 does not answer.*npm start/);
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
