import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCursor } from '../../http/lists/cursor.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import type { ApiRequest } from '../../testing/api-client.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { dumpRows } from '../../testing/rows-of.ts';

const ALL = { 'if-match': '*' };

describe('bad input', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let path: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    const created = await account.call('/v1/clients', {
      method: 'POST',
      token,
      body: { lastName: 'Holloway' },
    });
    path = created.headers.get('location') ?? '';
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  /** Expects a problem document that names these fields, and that nothing was written. */
  async function expectProblem(
    target: string,
    request: ApiRequest,
    status: number,
    type: string,
    pointers: readonly string[],
  ): Promise<void> {
    const before = await dumpRows(account.database);
    const { headers, body, ...answer } = await account.call(target, { token, ...request });
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ type: `urn:freehold:problem:${type}`, status, title: expect.any(String) });
    expect(answer.status).toBe(status);
    const errors = (body.errors ?? []) as readonly { readonly pointer: string; readonly detail: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(await dumpRows(account.database)).toBe(before);
  }

  const post = (body: unknown, headers = {}): ApiRequest => ({ method: 'POST', body, headers });

  it.each([
    ['text that is not JSON', post('{"lastName":'), 400, 'malformed-body', ['#']],
    [
      'no body at all',
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      400,
      'malformed-body',
      ['#'],
    ],
    [
      'another media type',
      post('lastName=H', { 'content-type': 'text/plain' }),
      415,
      'unsupported-media-type',
      ['#/headers/content-type'],
    ],
    ['a list instead of an object', post([]), 422, 'invalid-body', ['#']],
    ['a missing field', post({}), 422, 'invalid-body', ['#/lastName']],
    ['a wrong type', post({ lastName: 7, tags: 'x' }), 422, 'invalid-body', ['#/lastName', '#/tags']],
    [
      'a wrong nested type',
      post({ lastName: 'H', phones: [{ number: 1 }] }),
      422,
      'invalid-body',
      ['#/phones/0/number'],
    ],
    ['an unknown field', post({ lastName: 'H', 'shoe/size': 9 }), 422, 'invalid-body', ['#/shoe~1size']],
    ['a server field', post({ lastName: 'H', version: 9 }), 422, 'invalid-body', ['#/version']],
    [
      'a date that does not exist',
      post({ lastName: 'H', dateOfBirth: '1951-02-30' }),
      422,
      'invalid-body',
      ['#/dateOfBirth'],
    ],
    ['a member __proto__', post('{"lastName":"H","__proto__":{}}'), 422, 'invalid-body', ['#/__proto__']],
    ['a NUL in a text', post({ lastName: 'H\u0000' }), 400, 'malformed-body', ['#/lastName']],
    ['3 MB', post({ lastName: 'x'.repeat(3_000_000) }), 413, 'body-too-large', ['#']],
  ] as const)('is refused on create: %s', async (_what, request, status, type, pointers) => {
    await expectProblem('/v1/clients', request, status, type, pointers);
  });

  it('names a reference to a row that does not exist', async () => {
    const body = {
      title: 'Transfer',
      clientId: 'cli-01kdw5h80c0000000000000001',
      clientIds: [path.split('/').at(-1), 'cli-01kdw5h80c0000000000000002'],
    };
    const pointers = ['#/clientId', '#/clientIds/1'];
    await expectProblem('/v1/cases', post(body), 422, 'unknown-reference', pointers);
  });

  it('names a value that is taken', async () => {
    const body = { lastName: 'Holloway', reference: 'HV-00042' };
    expect((await account.call('/v1/clients', { token, ...post(body) })).status).toBe(201);
    await expectProblem('/v1/clients', post({ ...body, reference: 'hv-00042' }), 409, 'duplicate', [
      '#/reference',
    ]);
  });

  it.each([
    ['colour=red', ['#/query/colour']],
    ['lastName[gte]=H', ['#/query/lastName[gte]']],
    ['nationalInsuranceNumber=QQ', ['#/query/nationalInsuranceNumber']],
    ['sort=firstName', ['#/query/sort']],
    ['limit=1000', ['#/query/limit']],
    ["lastName[prefix]=H';drop table clients;--&colour[eq]=1", ['#/query/colour[eq]']],
  ])('is refused in a list: %s', async (query, pointers) => {
    await expectProblem(`/v1/clients?${query}`, {}, 400, 'invalid-query', pointers);
  });

  it('lists the supported filters and sorts', async () => {
    const { body } = await account.call('/v1/clients?colour=red', { token });
    expect(body.allowed).toMatchObject({
      filters: { status: ['eq', 'in'], lastName: ['eq', 'prefix'] },
      sorts: expect.arrayContaining(['createdAt', 'updatedAt', 'lastName', 'lastName,firstName']),
    });
  });

  it.each(['garbage', 'bnVsbA', Buffer.from('["",""]').toString('base64url')])(
    'refuses the cursor %s',
    async (cursor) => {
      await expectProblem(`/v1/clients?cursor=${cursor}`, {}, 400, 'invalid-cursor', ['#/query/cursor']);
    },
  );

  it('refuses a cursor of another list', async () => {
    const { body } = await account.call('/v1/groups?limit=1', { token });
    expect(body.nextCursor).toEqual(expect.any(String));
    await expectProblem(`/v1/clients?cursor=${body.nextCursor}`, {}, 400, 'invalid-cursor', [
      '#/query/cursor',
    ]);
    await expectProblem(`/v1/groups?sort=name&cursor=${body.nextCursor}`, {}, 400, 'invalid-cursor', [
      '#/query/cursor',
    ]);
  });

  it('is refused as a forged cursor whose position does not fit the sort', async () => {
    const query = [account.accountId, 'clients', [[], 'lastName,firstName', false]];
    for (const value of ['x', 'null', '{}', '[]', '["A"]', '["A",["B"]]', '["A",{}]', '["A","B","C"]', 7]) {
      const cursor = await toCursor({ value, id: 'cli-1' }, query);
      const path = `/v1/clients?sort=lastName,firstName&cursor=${cursor}`;
      await expectProblem(path, {}, 400, 'invalid-cursor', ['#/query/cursor']);
    }
  });

  it('judges a bookmark after the route, the method and the token', async () => {
    const headers = { 'x-d1-bookmark': 'garbage' };
    const statusOf = async (path: string, request: ApiRequest) =>
      (await account.call(path, { headers, ...request })).status;
    expect(await statusOf('/v1/nothing', { token })).toBe(404);
    expect(await statusOf('/v1/clients', { token, method: 'PURGE' })).toBe(405);
    expect(await statusOf('/v1/clients', {})).toBe(401);
    expect(await statusOf('/v1/clients', { token })).toBe(400);
  });

  it('does not serve a name among rows as a row', async () => {
    for (const [path, allow] of [
      ['/v1/audit-events/seals', 'POST'],
      ['/v1/audit-events/verification', 'GET, HEAD'],
    ] as const) {
      for (const method of ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'].filter((one) => !allow.includes(one))) {
        const answer = await account.call(path, { method, token });
        expect([path, method, answer.status, answer.headers.get('allow')]).toEqual([
          path,
          method,
          405,
          allow,
        ]);
      }
    }
  });

  it('refuses a garbage bookmark on reads and writes', async () => {
    const headers = { 'x-d1-bookmark': 'garbage' };
    await expectProblem('/v1/clients', { headers }, 400, 'invalid-header', ['#/headers/x-d1-bookmark']);
    await expectProblem('/v1/clients', post({ lastName: 'H' }, headers), 400, 'invalid-header', [
      '#/headers/x-d1-bookmark',
    ]);
  });

  it('refuses a change without If-Match', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const body = method === 'DELETE' ? undefined : { lastName: 'H' };
      await expectProblem(path, { method, body }, 428, 'precondition-required', ['#/headers/if-match']);
    }
  });

  it('refuses a malformed If-Match', async () => {
    const request = { method: 'PATCH', body: {}, headers: { 'if-match': '1' } };
    await expectProblem(path, request, 400, 'invalid-header', ['#/headers/if-match']);
  });

  it('refuses a patch or a replacement that would make the row invalid', async () => {
    await expectProblem(
      path,
      { method: 'PATCH', body: { lastName: null }, headers: ALL },
      422,
      'invalid-body',
      ['#/lastName'],
    );
    await expectProblem(
      path,
      { method: 'PATCH', body: { createdBy: 'x' }, headers: ALL },
      422,
      'invalid-body',
      ['#/createdBy'],
    );
    await expectProblem(path, { method: 'PUT', body: {}, headers: ALL }, 422, 'invalid-body', ['#/lastName']);
    await expectProblem(path, { method: 'PATCH', body: [], headers: ALL }, 422, 'invalid-body', ['#']);
  });

  it('refuses a JSON patch', async () => {
    const headers = { ...ALL, 'content-type': 'application/json-patch+json' };
    await expectProblem(path, { method: 'PATCH', body: [], headers }, 415, 'unsupported-media-type', [
      '#/headers/content-type',
    ]);
  });

  it('refuses an Idempotency-Key that is too long or has spaces', async () => {
    for (const key of ['x'.repeat(256), 'two words']) {
      const request = post({ lastName: 'H' }, { 'idempotency-key': key });
      await expectProblem('/v1/clients', request, 400, 'invalid-header', ['#/headers/idempotency-key']);
    }
  });

  it('refuses query parameters for a single row', async () => {
    await expectProblem(`${path}?fields=lastName&x=1`, {}, 400, 'invalid-query', [
      '#/query/fields',
      '#/query/x',
    ]);
  });

  it('answers 404 for an unknown id', async () => {
    for (const id of ['cli-01kdw5h80c0000000000000009', 'x', "'%20or%201=1", '%00']) {
      await expectProblem(`/v1/clients/${id}`, {}, 404, 'not-found', []);
    }
  });

  it('answers 404 for unknown paths and 405 for unsupported methods', async () => {
    await expectProblem('/v1/boats', {}, 404, 'route-not-found', []);
    await expectProblem('/v1/audit-events', post({}), 405, 'method-not-allowed', []);
    const { headers } = await account.call('/v1/audit-events', { token, ...post({}) });
    expect(headers.get('allow')).toBe('GET, HEAD');
  });

  it.each([
    ['/v1/nothing', {}],
    ['/v1/clients?status=bogus', {}],
    ['/v1/clients', { 'x-d1-bookmark': 'malformed' }],
  ])('contains the path that the caller used, also behind the platform: %s', async (target, headers) => {
    const [pathname] = target.split('?');
    const sentOn = { ...headers, 'x-forwarded-prefix': '/a/harbour' };
    expect((await account.call(target, { token, headers: sentOn })).body.instance).toBe(
      `/a/harbour${pathname}`,
    );
    const madeUp = { ...headers, 'x-forwarded-prefix': '//evil.example' };
    expect((await account.call(target, { token, headers: madeUp })).body.instance).toBe(pathname);
    expect((await account.call(target, { token, headers })).body.instance).toBe(pathname);
  });
});
