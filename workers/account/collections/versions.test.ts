import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

describe('versions and repeats', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    await account.call('/v1/me', { token });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function create(body: unknown = { lastName: 'Holloway' }, headers = {}) {
    return await account.call('/v1/clients', { method: 'POST', token, body, headers });
  }

  async function countOf(sql: string): Promise<unknown> {
    return await account.database.prepare(`select count(*) as n from ${sql}`).first('n');
  }

  it('gives each version its ETag and accepts only the current one', async () => {
    const created = await create();
    const path = created.headers.get('location') ?? '';
    expect(created.headers.get('etag')).toBe('"1"');
    const patched = await account.call(path, {
      method: 'PATCH',
      token,
      body: { title: 'Mrs' },
      headers: { 'if-match': '"1"' },
    });
    expect([patched.status, patched.headers.get('etag'), patched.body.version]).toEqual([200, '"2"', 2]);
    const stale = await account.call(path, {
      method: 'PATCH',
      token,
      body: { title: 'Dr' },
      headers: { 'if-match': '"1"' },
    });
    expect([stale.status, stale.headers.get('etag')]).toEqual([412, '"2"']);
    const deleted = await account.call(path, { method: 'DELETE', token, headers: { 'if-match': '"2"' } });
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await account.call(path, { token })).status).toBe(404);
  });

  it.each([{ emial: null }, { emial: 'x' }, { lastName: 'Hale', titel: null }, { version: null }])(
    'refuses a patch with an unknown field, whatever its value: %j',
    async (body) => {
      const path = (await create()).headers.get('location') ?? '';
      const answer = await account.call(path, { method: 'PATCH', token, body, headers: { 'if-match': '*' } });
      expect([answer.status, answer.body.type]).toEqual([422, 'urn:freehold:problem:invalid-body']);
      expect(answer.body.errors).toMatchObject([{ pointer: `#/${Object.keys(body).at(-1)}` }]);
      expect((await account.call(path, { token })).body).toMatchObject({ version: 1, lastName: 'Holloway' });
    },
  );

  it.each([{}, { lastName: 'Holloway' }, { lastName: ' Holloway\u200b' }, { title: null }])(
    'makes no version and no event of a patch that changes nothing: %j',
    async (body) => {
      const path = (await create()).headers.get('location') ?? '';
      const id = path.split('/').at(-1);
      const headers = { 'if-match': '"1"' };
      const answer = await account.call(path, { method: 'PATCH', token, body, headers });
      expect([answer.status, answer.headers.get('etag'), answer.body.version]).toEqual([200, '"1"', 1]);
      expect(await countOf(`audit_events where row_id = '${id}'`)).toBe(1);
      const stale = await account.call(path, {
        method: 'PATCH',
        token,
        body,
        headers: { 'if-match': '"2"' },
      });
      expect(stale.status).toBe(412);
    },
  );

  it('lets exactly one of twenty concurrent writers of a version win', async () => {
    const path = (await create()).headers.get('location') ?? '';
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        account.call(path, {
          method: 'PATCH',
          token,
          body: { title: `T${index}` },
          headers: { 'if-match': '"1"' },
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(19);
    expect((await account.call(path, { token })).body.version).toBe(2);
    const id = path.split('/').at(-1);
    expect(await countOf(`audit_events where row_id = '${id}' and action = 'update'`)).toBe(1);
  });

  it('applies all changes of four concurrent writers with If-Match: *', async () => {
    const path = (await create()).headers.get('location') ?? '';
    const patches = [
      { title: 'Mrs' },
      { firstName: 'Margaret' },
      { status: 'active' },
      { tags: ['pension'] },
    ];
    const answers = await Promise.all(
      patches.map((body) =>
        account.call(path, { method: 'PATCH', token, body, headers: { 'if-match': '*' } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body } = await account.call(path, { token });
    expect(body).toMatchObject({
      version: 5,
      title: 'Mrs',
      firstName: 'Margaret',
      status: 'active',
      tags: ['pension'],
    });
  });

  it('answers 304 to a reader who has the version', async () => {
    const path = (await create()).headers.get('location') ?? '';
    const answer = await account.call(path, { token, headers: { 'if-none-match': '"1"' } });
    expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', '"1"']);
  });

  it('replaces all caller fields with PUT and keeps createdAt and createdBy', async () => {
    const created = await create({ lastName: 'Holloway', title: 'Mrs', tags: ['a'] });
    const path = created.headers.get('location') ?? '';
    const headers = { 'if-match': '"1"' };
    const { body } = await account.call(path, { method: 'PUT', token, body: { lastName: 'Hale' }, headers });
    expect(body).toMatchObject({ version: 2, lastName: 'Hale', tags: [], createdAt: created.body.createdAt });
    expect(body).not.toHaveProperty('title');
  });

  it('writes an audit event with the digests of each change', async () => {
    const path = (await create()).headers.get('location') ?? '';
    const id = path.split('/').at(-1);
    await account.call(path, {
      method: 'PATCH',
      token,
      body: { title: 'Mrs' },
      headers: { 'if-match': '"1"' },
    });
    await account.call(path, { method: 'DELETE', token, headers: { 'if-match': '"2"' } });
    const { body } = await account.call(`/v1/audit-events?rowId=${id}`, { token });
    const [created, updated, deleted] = body.items as Record<string, unknown>[];
    expect([created?.action, updated?.action, deleted?.action]).toEqual(['create', 'update', 'delete']);
    expect(created).not.toHaveProperty('before');
    expect(updated?.before).toBe(created?.after);
    expect(deleted?.before).toBe(updated?.after);
    expect(deleted).not.toHaveProperty('after');
    expect(updated?.actorId).toMatch(/^usr-/);
  });

  it('returns the first response to a repeated create', async () => {
    const headers = { 'idempotency-key': 'create-once' };
    const first = await create({ lastName: 'Once' }, headers);
    const again = await create({ lastName: 'Once' }, headers);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    for (const header of ['location', 'etag'])
      expect(again.headers.get(header)).toBe(first.headers.get(header));
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await countOf("clients where last_name = 'Once'")).toBe(1);
  });

  it('takes the same JSON in another order, with other spaces and escapes, for the same request', async () => {
    const headers = { 'idempotency-key': 'same-json', 'content-type': 'application/json' };
    const first = await create(
      '{"lastName":"Same","phones":[{"kind":"home","number":"01632 960457"}]}',
      headers,
    );
    const again = await create(
      '{ "phones": [{ "number": "01632 960457", "kind": "home" }],\n "lastName": "S\\u0061me" }',
      headers,
    );
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('creates one row from ten simultaneous creates with one key', async () => {
    const headers = { 'idempotency-key': 'create-together' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => create({ lastName: 'Together' }, headers)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await countOf("clients where last_name = 'Together'")).toBe(1);
  });

  it('refuses a key that comes with another body', async () => {
    const headers = { 'idempotency-key': 'other-body' };
    await create({ lastName: 'First' }, headers);
    const { status, body } = await create({ lastName: 'Second' }, headers);
    expect([status, body.type]).toEqual([422, 'urn:freehold:problem:idempotency-key-reused']);
    expect(await countOf("clients where last_name = 'Second'")).toBe(0);
  });

  it('keeps the keys of different people apart', async () => {
    const body = { email: 'ben@harbourvale.example', groupIds: ['grp-01kdvdna000000000000000002'] };
    await account.call('/v1/users', { method: 'POST', token, body });
    const other = await account.token({ subject: 'ben', email: 'ben@harbourvale.example' });
    const headers = { 'idempotency-key': 'shared-key' };
    const request = { method: 'POST', body: { lastName: 'Shared' }, headers };
    const [mine, theirs] = [
      await account.call('/v1/clients', { ...request, token }),
      await account.call('/v1/clients', { ...request, token: other }),
    ];
    expect(mine.body.id).not.toBe(theirs.body.id);
  });

  it('expires a key after a day', async () => {
    const headers = { 'idempotency-key': 'yesterday' };
    const first = await create({ lastName: 'Daily' }, headers);
    const yesterday = new Date(Date.now() - 86_400_001).toISOString();
    await account.database.prepare('update idempotency_keys set created_at = ?').bind(yesterday).run();
    const second = await create({ lastName: 'Daily' }, headers);
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
    expect(await countOf("idempotency_keys where subject = 'subject-of-ada'")).toBe(1);
  });

  it('does not store a create that was refused', async () => {
    const headers = { 'idempotency-key': 'refused-first' };
    expect((await create({ lastName: 7 }, headers)).status).toBe(422);
    const created = await create({ lastName: 'Later' }, headers);
    expect(created.status).toBe(201);
  });

  it('sends a bookmark with every response that used the database, and accepts it', async () => {
    const created = await create();
    const bookmark = created.headers.get('x-d1-bookmark') ?? '';
    expect(bookmark).toMatch(/^[0-9a-f-]{59}\.[0-9a-f]{16}$/);
    const read = await account.call(created.headers.get('location') ?? '', {
      token,
      headers: { 'x-d1-bookmark': bookmark },
    });
    expect(read.status).toBe(200);
    expect((read.headers.get('x-d1-bookmark') ?? '') >= bookmark).toBe(true);
    expect((await account.call('/livez')).headers.get('x-d1-bookmark')).toBeNull();
  });

  it('returns the trace of the caller and the headers of a private API', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const { headers } = await account.call('/v1/clients', { token, headers: { traceparent } });
    expect(headers.get('traceparent')).toBe(traceparent);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('answers HEAD like GET without the body', async () => {
    const path = (await create()).headers.get('location') ?? '';
    const answer = await account.call(path, { method: 'HEAD', token });
    expect([answer.status, answer.headers.get('etag'), answer.text]).toEqual([200, '"1"', '']);
  });
});
