import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { D1_SESSION_HEADER, ROUND_TRIPS_HEADER } from '../../testing/worker/test-headers.ts';

const STRONG = { prefer: 'consistency=strong' };

describe('consistency', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let otherAccount: TestAccount;
  let token: string;
  let client: string;
  let bookmark: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    const options = { entry: 'testing/worker/counting-account.ts' };
    [account, otherAccount] = await Promise.all([
      startAccount(issuer, options),
      startAccount(issuer, options),
    ]);
    token = await account.token();
    const body = { lastName: 'Holloway' };
    const created = await account.call('/v1/clients', { method: 'POST', token, body });
    client = created.headers.get('location') ?? '';
    bookmark = created.headers.get('x-d1-bookmark') ?? '';
  });

  afterAll(async () => {
    await Promise.all([account.stop(), otherAccount.stop(), issuer.stop()]);
  });

  async function sessionOf(path: string, headers: Record<string, string> = {}, method = 'GET') {
    const answer = await account.call(path, { method, token, headers });
    return answer.headers.get(D1_SESSION_HEADER);
  }

  it('of a read is any replica, from the bookmark on if there is one', async () => {
    expect(await sessionOf(client)).toBe('first-unconstrained');
    expect(await sessionOf(client, { 'x-d1-bookmark': bookmark })).toBe(bookmark.split('.')[0]);
  });

  it('of a read is the primary when the caller asks for it, with or without a bookmark', async () => {
    for (const headers of [STRONG, { ...STRONG, 'x-d1-bookmark': bookmark }]) {
      for (const path of ['/v1/me', '/v1/clients', client]) {
        const answer = await account.call(path, { token, headers });
        expect([answer.status, answer.headers.get(D1_SESSION_HEADER)]).toEqual([200, 'first-primary']);
        expect(answer.headers.get('preference-applied')).toBe('consistency=strong');
      }
    }
  });

  it('of a write is always the primary', async () => {
    const headers = { 'if-match': '*', 'x-d1-bookmark': bookmark };
    expect(await sessionOf(client, headers, 'DELETE')).toBe('first-primary');
    const body = { lastName: 'Holloway' };
    client =
      (await account.call('/v1/clients', { method: 'POST', token, body })).headers.get('location') ?? '';
  });

  it('is reported as strong only if requested and something was read', async () => {
    const answers = [
      await account.call(client, { token }),
      await account.call(client, { token, headers: { prefer: 'respond-async' } }),
      await account.call('/livez', { headers: STRONG }),
      await account.call('/v1/clients', { headers: STRONG }),
    ];
    for (const { headers } of answers) expect(headers.get('preference-applied')).toBeNull();
  });

  it('shows every reader a write by its bookmark', async () => {
    const change = { method: 'PATCH', token, body: { title: 'Mrs' }, headers: { 'if-match': '*' } };
    const written = await account.call(client, change);
    const headers = { 'x-d1-bookmark': written.headers.get('x-d1-bookmark') ?? '' };
    const read = await account.call(client, { token, headers });
    expect(read.body.title).toBe('Mrs');
    expect((read.headers.get('x-d1-bookmark') ?? '') >= headers['x-d1-bookmark']).toBe(true);
  });

  it('includes a bookmark in refusals too, once the database was queried', async () => {
    const missing = await account.call('/v1/clients/cli-unknown', { token });
    expect([missing.status, missing.headers.get('x-d1-bookmark')]).toEqual([404, expect.any(String)]);
  });

  const requests: readonly (readonly string[])[] = [
    ['GET', '/v1/search?q=holloway'],
    ['GET', '/v1/audit-events/verification'],
    ['GET', '/v1/exports/clients?format=csv'],
    ['POST', '/v1/imports/clients', '{"lastName":"Hale"}', 'application/x-ndjson'],
    ['PUT', '/v1/documents/doc-01kdw5h80c0000000000000001/content'],
    ['POST', '/v1/documents/doc-01kdw5h80c0000000000000001/uploads', '{"sizeBytes":9000000}'],
    ['PUT', '/v1/documents/doc-01kdw5h80c0000000000000001/uploads/upl-1/parts/1'],
    ['GET', '/v1/documents/doc-01kdw5h80c0000000000000001/content'],
    ['POST', '/v1/webhook-endpoints', '{"url":"https://firm.example/hook","eventTypes":["clients.created"]}'],
    ['HEAD', '/v1/clients'],
  ];
  it.each(requests)(
    'refuses a malformed bookmark on %s %s too, without a database query',
    async (method = '', path = '', body = '{}', type = 'application/json') => {
      for (const sent of ['first-primary', 'x'.repeat(200), '0'.repeat(60)]) {
        const content = method === 'GET' || method === 'HEAD' ? {} : { body };
        const headers = { 'x-d1-bookmark': sent, 'content-type': type, 'idempotency-key': 'bookmark' };
        const answer = await account.call(path, { method, token, headers, ...content });
        expect([answer.status, answer.body.type ?? 'HEAD']).toEqual([
          400,
          method === 'HEAD' ? 'HEAD' : 'urn:freehold:problem:invalid-header',
        ]);
        expect(answer.headers.get(ROUND_TRIPS_HEADER)).toBe('0');
        expect(answer.headers.has('x-d1-bookmark')).toBe(false);
      }
    },
  );

  it('of a read that records access to sensitive fields is the primary, and its bookmark covers the event', async () => {
    const body = { lastName: 'Sensitive', vulnerabilityNote: 'Prefers large print.' };
    const created = await account.call('/v1/clients', { method: 'POST', token, body });
    for (const path of [created.headers.get('location') ?? '', '/v1/clients?lastName=Sensitive']) {
      const read = await account.call(path, { token, headers: STRONG });
      expect([read.status, read.headers.get(D1_SESSION_HEADER)]).toEqual([200, 'first-primary']);
      expect(read.headers.get('preference-applied')).toBe('consistency=strong');
      const headers = { 'x-d1-bookmark': read.headers.get('x-d1-bookmark') ?? '' };
      expect(headers['x-d1-bookmark'] > (created.headers.get('x-d1-bookmark') ?? '')).toBe(true);
      const events = await account.call('/v1/audit-events?action=read&sort=-createdAt&limit=1', {
        token,
        headers,
      });
      expect(events.status, events.text).toBe(200);
      const [event] = events.body.items as readonly Record<string, unknown>[];
      expect(path.endsWith(String(event?.rowId)) || event?.rowId === '*').toBe(true);
    }
  });

  it('refuses a bookmark of another account, of D1 itself, and a forged one', async () => {
    const theirs = await otherAccount.call('/v1/me', { token: await otherAccount.token() });
    const foreign = [
      theirs.headers.get('x-d1-bookmark') ?? '',
      bookmark.split('.')[0] ?? '',
      bookmark.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
    ];
    for (const sent of foreign) {
      for (const request of [{}, { method: 'POST', body: { lastName: 'Hale' } }]) {
        const answer = await account.call('/v1/clients', {
          token,
          ...request,
          headers: { 'x-d1-bookmark': sent },
        });
        expect([answer.status, answer.body.type]).toEqual([400, 'urn:freehold:problem:invalid-header']);
        expect(answer.body.errors).toMatchObject([{ pointer: '#/headers/x-d1-bookmark' }]);
      }
    }
  });
});
