import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountAudience } from '../../../schema/factory/bindings.ts';
import { type Shown, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

const slugs = (body: Record<string, unknown>) => (body.items as Shown[]).map(({ slug }) => slug);

describe('the registry', () => {
  let platform: TestPlatform;
  let harbour: Shown;
  let quayside: Shown;
  let harbourOperation: Shown;
  beforeAll(async () => {
    platform = await startPlatform();
    const signedUp = await platform.signUp('harbour');
    harbour = signedUp.account;
    harbourOperation = signedUp.operation;
    quayside = (await platform.signUp('quayside', platform.people.ben)).account;
  });
  afterAll(() => platform.stop());

  it('shows a person only their own accounts, and an operator all accounts', async () => {
    const { ada, ben, operator } = platform.people;
    expect(slugs((await platform.call('/v1/accounts', { token: ada })).body)).toEqual(['harbour']);
    expect(slugs((await platform.call('/v1/accounts', { token: ben })).body)).toEqual(['quayside']);
    expect(slugs((await platform.call('/v1/accounts', { token: operator })).body)).toEqual([
      'harbour',
      'quayside',
    ]);
  });

  it('answers 404 for the account of another person, as if it did not exist', async () => {
    const { ada, ben, operator } = platform.people;
    for (const name of [quayside.id, 'quayside']) {
      const path = `/v1/accounts/${name}`;
      const foreign = await platform.call(path, { token: ada });
      expect(foreign.status).toBe(404);
      expect(foreign.body.type).toBe('urn:freehold:problem:not-found');
      expect((await platform.call(path, { token: ben })).body.id).toBe(quayside.id);
      expect((await platform.call(path, { token: operator })).body.id).toBe(quayside.id);
      expect((await platform.call(`${path}/operations`, { token: ada })).status).toBe(404);
    }
    const none = await platform.call('/v1/accounts/nobody', { token: ada });
    expect(none.status).toBe(404);
  });

  it('shows an operation to the person who signed its account up', async () => {
    const path = `/v1/operations/${harbourOperation.id}`;
    expect((await platform.call(path, { token: platform.people.ada })).body).toMatchObject({
      id: harbourOperation.id,
      kind: 'provision',
      accountId: harbour.id,
    });
    expect((await platform.call(path, { token: platform.people.ben })).status).toBe(404);
    expect((await platform.call(path, { token: platform.people.operator })).status).toBe(200);
  });

  it('lists operations by account, and all of them for operators', async () => {
    const own = await platform.call('/v1/accounts/harbour/operations', { token: platform.people.ada });
    expect(own.body.items).toMatchObject([{ id: harbourOperation.id, steps: [] }]);
    const all = await platform.call('/v1/operations?status=queued', { token: platform.people.operator });
    for (const { body } of [own, all]) {
      expect((body.items as Shown[]).map(({ accountId }) => accountId)).toContain(harbour.id);
    }
    expect((all.body.items as unknown[]).length).toBe(2);
    expect((await platform.call('/v1/operations', { token: platform.people.ada })).status).toBe(403);
  });

  it('pages, filters and sorts, and lists what is supported', async () => {
    const token = platform.people.operator;
    const first = await platform.call('/v1/accounts?sort=-createdAt&limit=1', { token });
    expect(slugs(first.body)).toEqual(['quayside']);
    const cursor = first.body.nextCursor as string;
    const next = await platform.call(`/v1/accounts?sort=-createdAt&limit=1&cursor=${cursor}`, { token });
    expect(slugs(next.body)).toEqual(['harbour']);
    expect(next.body.nextCursor).toBeNull();
    expect(slugs((await platform.call('/v1/accounts?slug[prefix]=quay', { token })).body)).toEqual([
      'quayside',
    ]);
    const unknown = await platform.call('/v1/accounts?firstAdministrator=x', { token });
    expect(unknown.status).toBe(400);
    expect(unknown.body.allowed).toMatchObject({ sorts: expect.arrayContaining(['createdAt', 'name']) });
  });

  it('does not let a filter or a cursor reach what is not the caller’s', async () => {
    const { ada, operator } = platform.people;
    const filtered = await platform.call('/v1/accounts?createdBy=subject-of-ben', { token: ada });
    expect([filtered.status, filtered.body.items]).toEqual([400, undefined]);
    const page = await platform.call('/v1/accounts?limit=1', { token: operator });
    const answer = await platform.call(`/v1/accounts?limit=1&cursor=${page.body.nextCursor}`, { token: ada });
    expect(answer.status).toBe(400);
  });

  it('gives rows an entity tag, and answers 304 to a caller that has them', async () => {
    const token = platform.people.ada;
    for (const path of ['/v1/accounts/harbour', `/v1/operations/${harbourOperation.id}`]) {
      const read = await platform.call(path, { token });
      expect(read.headers.get('etag')).toBe(`"${read.body.version}"`);
      const again = await platform.call(path, {
        token,
        headers: { 'if-none-match': `"${read.body.version}"` },
      });
      expect([again.status, again.text]).toEqual([304, '']);
    }
  });

  it('returns a bookmark with each write, and accepts it', async () => {
    const { answer, account } = await platform.signUp('bookmarked');
    const bookmark = answer.headers.get('x-d1-bookmark') ?? '';
    const headers = { 'x-d1-bookmark': bookmark };
    const read = await platform.call(`/v1/accounts/${account.id}`, { token: platform.people.ada, headers });
    expect(read.status).toBe(200);
    const garbage = { 'x-d1-bookmark': 'garbage' };
    expect(
      (await platform.call('/v1/accounts', { token: platform.people.ada, headers: garbage })).status,
    ).toBe(400);
  });

  describe('refuses requests', () => {
    const routes: readonly (readonly [string, string])[] = [
      ['GET', '/v1/accounts'],
      ['POST', '/v1/accounts'],
      ['GET', '/v1/accounts/harbour'],
      ['GET', '/v1/accounts/harbour/operations'],
      ['POST', '/v1/accounts/harbour/operations'],
      ['GET', '/v1/operations'],
      ['GET', '/v1/operations/op-1'],
      ['GET', '/v1/operations/op-1/events'],
      ['GET', '/v1/providers'],
      ['POST', '/v1/providers'],
      ['GET', '/v1/audit-events'],
    ];
    it.each(routes)('without a token: %s %s', async (method, path) => {
      const answer = await platform.call(path, method === 'POST' ? { method, body: {} } : { method });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    });

    const secret = new TextEncoder().encode('the secret of another sender, long enough');
    const tokens: readonly [string, () => Promise<string>][] = [
      ['for an account', () => platform.token({ audience: accountAudience(harbour.id) })],
      ['that has expired', () => platform.token({ ttlSeconds: -60 })],
      ['of another issuer', () => platform.token({ issuer: 'https://issuer.example' })],
      ['that is an ID token', () => platform.token({ header: { typ: 'JWT' } })],
      [
        'signed with a secret',
        () => platform.issuer.forge({ audience: 'urn:freehold:platform' }, 'HS256', secret),
      ],
      [
        'signed with the public key as a secret',
        () =>
          platform.issuer.forge(
            { audience: 'urn:freehold:platform' },
            'HS256',
            new TextEncoder().encode(platform.issuer.publicKeyText),
          ),
      ],
      ['without a signature', async () => `${(await platform.token()).split('.').slice(0, 2).join('.')}.`],
      [
        'whose claims were changed',
        async () => {
          const [header, , signature] = (await platform.token()).split('.');
          const [, claims] = (await platform.token({ roles: ['operator'] })).split('.');
          return `${header}.${claims}.${signature}`;
        },
      ],
      ['that is noise', async () => 'noise'],
    ];
    it.each(tokens)('with a token %s', async (_what, token) => {
      const answer = await platform.call('/v1/accounts', { token: await token() });
      expect(answer.status).toBe(401);
      expect(answer.body).not.toHaveProperty('items');
    });
  });

  it('does not take a role from anywhere but the token', async () => {
    const headers = { 'x-roles': 'operator', roles: 'operator' };
    const answer = await platform.call('/v1/audit-events', { token: platform.people.ada, headers });
    expect(answer.status).toBe(403);
  });
});
