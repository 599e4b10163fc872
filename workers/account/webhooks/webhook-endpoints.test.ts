import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { type Delivery, startWebhookAccount, type WebhookAccount } from '../../testing/webhook-account.ts';
import { isSignedBy, type TestReceiver } from '../../testing/webhook-receiver.ts';

describe('webhook endpoints', () => {
  let issuer: TestIssuer;
  let account: WebhookAccount;
  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startWebhookAccount(issuer);
  });
  afterAll(async () => {
    await account.stop();
    await issuer.stop();
  });

  const path = (id: string, rest = '') => `/v1/webhook-endpoints/${id}${rest}`;
  const arrived = (receiver: TestReceiver, count: number) =>
    receiver.until(() => receiver.accepted.length >= count);

  it('show their secret once, and nowhere else', async () => {
    const { id, secret, answer } = await account.subscribe({ description: 'CRM' });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(answer.body).toMatchObject({
      description: 'CRM',
      eventTypes: ['*'],
      status: 'enabled',
      version: 1,
    });
    expect(answer.headers.get('location')).toBe(`/v1/webhook-endpoints/${id}`);
    const texts = await Promise.all(
      [path(id), '/v1/webhook-endpoints', `/v1/exports/webhook-endpoints`, '/v1/audit-events'].map(
        async (address) => (await account.ask('GET', address)).text,
      ),
    );
    expect(texts.join()).not.toContain('whsec_');
    const [row] = await account.query<{ body: string }>(
      'select body from webhook_endpoints where id = ?1',
      id,
    );
    expect(row?.body).not.toContain('whsec_');
  });

  it('do not show the secret again to a create that is repeated with its idempotency key', async () => {
    const token = await account.token();
    const create = () =>
      account.call('/v1/webhook-endpoints', {
        method: 'POST',
        token,
        headers: { 'idempotency-key': 'endpoint-1' },
        body: { url: 'http://127.0.0.1:9/', eventTypes: ['cases.created'] },
      });
    const [first, second] = [await create(), await create()];
    expect(first.body).toHaveProperty('secret');
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.body.id).toBe(first.body.id);
    expect(second.body).not.toHaveProperty('secret');
    await account.ask('DELETE', path(String(first.body.id)));
  });

  it.each<[string, object, string]>([
    ['an address without encryption', { url: 'http://crm.example/' }, '#/url'],
    ['an invalid address', { url: 'crm' }, '#/url'],
    ['an address with a password', { url: 'https://me:secret@crm.example/' }, '#/url'],
    ['no event types', { eventTypes: [] }, '#/eventTypes'],
    ['an event type of another form', { eventTypes: ['clients.touched'] }, '#/eventTypes/0'],
    ['an event type of no collection', { eventTypes: ['*', 'dragons.created'] }, '#/eventTypes/1'],
    ['another status', { status: 'paused' }, '#/status'],
    ['a secret of one’s own', { secret: 'whsec_c2VjcmV0' }, '#/secret'],
    ['a reason of one’s own', { disabledReason: 'none' }, '#/disabledReason'],
  ])('refuse %s', async (_case, fields, pointer) => {
    const answer = await account.ask('POST', '/v1/webhook-endpoints', {
      url: 'https://crm.example/',
      eventTypes: ['*'],
      ...fields,
    });
    expect(answer.status).toBe(422);
    expect((answer.body.errors as readonly { pointer: string }[]).map((error) => error.pointer)).toEqual([
      pointer,
    ]);
  });

  it('are only accessible to administrators', async () => {
    const { id } = await account.subscribe();
    const [group] = await account.query<{ id: string }>(
      `insert into groups (id, body) values ('grp-01kdw5h80c0000000000000009', ?1) returning id`,
      JSON.stringify({
        name: 'All but administration',
        permissions: ['clients:read', 'clients:write', 'users:write', 'audit:read', 'clients:sensitive'],
        version: 1,
      }),
    );
    await account.ask('POST', '/v1/users', { email: 'ben@harbourvale.example', groupIds: [group?.id] });
    const ben = await account.token({ subject: 'subject-of-ben', email: 'ben@harbourvale.example' });
    expect((await account.call('/v1/clients', { token: ben })).status).toBe(200);
    const requests: readonly (readonly [string, string, unknown?])[] = [
      ['GET', '/v1/webhook-endpoints'],
      ['GET', path(id)],
      ['POST', '/v1/webhook-endpoints', { url: 'https://crm.example/', eventTypes: ['*'] }],
      ['PATCH', path(id), { status: 'disabled' }],
      ['DELETE', path(id)],
      ['POST', path(id, '/secret-rotations'), {}],
      ['POST', path(id, '/tests')],
      ['POST', path(id, '/replays'), { since: new Date().toISOString() }],
      ['GET', path(id, '/deliveries')],
      ['GET', '/v1/webhook-deliveries'],
    ];
    for (const [method, address, body] of requests) {
      const answer = await account.call(address, {
        method,
        token: ben,
        headers: { 'if-match': '*' },
        ...(body === undefined ? {} : { body }),
      });
      expect([method, address, answer.status, answer.body.permission]).toEqual([
        method,
        address,
        403,
        'account:admin',
      ]);
    }
  });

  it('sign with both secrets while one is replaced, and only with the new one after that', async () => {
    const { id, secret, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    const rotated = await account.ask('POST', path(id, '/secret-rotations'), { overlapHours: 1 });
    expect(rotated.status).toBe(201);
    const next = String(rotated.body.secret);
    expect(next).not.toBe(secret);
    const endsInMs = Date.parse(String(rotated.body.previousSecretExpiresAt)) - Date.now();
    expect(Math.round(endsInMs / 60_000)).toBe(60);
    await account.createClient();
    await arrived(receiver, 1);
    const [during] = receiver.accepted;
    expect(String(during?.headers['webhook-signature']).split(' ')).toHaveLength(2);
    expect(during && [isSignedBy(secret, during), isSignedBy(next, during)]).toEqual([true, true]);
    await account.query(
      'update webhook_secrets set expires_at = ?1 where secret = ?2',
      Date.now() - 1,
      secret,
    );
    await account.createClient();
    await arrived(receiver, 2);
    const after = receiver.accepted[1];
    expect(after && [isSignedBy(secret, after), isSignedBy(next, after)]).toEqual([false, true]);
    await account.runMaintenance();
    expect(await account.query('select secret from webhook_secrets where endpoint_id = ?1', id)).toEqual([
      { secret: next },
    ]);
    const { items } = (await account.ask('GET', `/v1/audit-events?rowId=${id}`)).body;
    expect((items as readonly { action: string }[]).map(({ action }) => action)).toContain('rotate');
  });

  it('replace a secret at once without an overlap, and within a day by default', async () => {
    const { id, secret, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    const quiet = await account.ask('POST', path(id, '/secret-rotations'));
    expect(quiet.status).toBe(201);
    const hours = (Date.parse(String(quiet.body.previousSecretExpiresAt)) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(24);
    const leaked = await account.ask('POST', path(id, '/secret-rotations'), { overlapHours: 0 });
    await account.createClient();
    await arrived(receiver, 1);
    const [message] = receiver.accepted;
    expect(
      message &&
        [secret, String(quiet.body.secret), String(leaked.body.secret)].map((it) => isSignedBy(it, message)),
    ).toEqual([false, false, true]);
    expect((await account.ask('POST', path(id, '/secret-rotations'), { overlapHours: 1_000 })).status).toBe(
      422,
    );
  });

  it('send a test message that says it is one', async () => {
    const { id, secret, receiver } = await account.subscribe({ eventTypes: ['cases.created'] });
    const answer = await account.ask('POST', path(id, '/tests'));
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ endpointId: id, eventType: 'webhooks.test', status: 'pending' });
    await arrived(receiver, 1);
    const [message] = receiver.accepted;
    expect(message?.id).toBe(answer.body.id);
    expect(message?.body).toMatchObject({
      type: 'webhooks.test',
      data: { id, collection: 'webhook-endpoints' },
    });
    expect(message && isSignedBy(secret, message)).toBe(true);
    await expect
      .poll(async () => await account.deliveries(id), { timeout: 10_000 })
      .toMatchObject([{ id: answer.body.id, status: 'delivered' }]);
  });

  it('list deliveries by status, page by page', async () => {
    const { id, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    for (let n = 0; n < 5; n++) await account.createClient();
    await arrived(receiver, 5);
    await account.runMaintenance();
    const pages: Delivery[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const query = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await account.ask('GET', path(id, `/deliveries?status=delivered&limit=2${query}`));
      pages.push(...(body.items as Delivery[]));
      cursor = body.nextCursor;
    }
    expect(pages).toHaveLength(5);
    expect(pages.every(({ endpointId, status }) => endpointId === id && status === 'delivered')).toBe(true);
    expect((await account.ask('GET', path(id, '/deliveries?status=failed'))).body.items).toEqual([]);
    const [first] = pages;
    expect((await account.ask('GET', `/v1/webhook-deliveries/${first?.id}`)).body).toEqual(first);
    expect(
      (await account.ask('GET', '/v1/webhook-endpoints/whe-01kdw5h80c0000000000000000/deliveries')).status,
    ).toBe(404);
  });

  describe('replay', () => {
    it('one delivery, under the id it had', async () => {
      const { id, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
      await account.createClient();
      await arrived(receiver, 1);
      await account.runMaintenance();
      const [delivery] = await account.deliveries(id);
      const answer = await account.ask('POST', path(id, `/deliveries/${delivery?.id}/replays`));
      expect(answer.status).toBe(202);
      expect(answer.body).toMatchObject({ status: 'pending', attempts: 0, replays: 1 });
      await arrived(receiver, 2);
      expect(receiver.accepted[1]?.id).toBe(receiver.accepted[0]?.id);
      expect(receiver.accepted[1]?.text).toBe(receiver.accepted[0]?.text);
    });

    it('refuses a pending delivery, and one of another endpoint', async () => {
      const { id, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
      const other = await account.subscribe({ eventTypes: ['cases.created'] });
      receiver.answer = () => ({ status: 500 });
      await account.createClient();
      await receiver.until(() => receiver.received.length === 1);
      const [delivery] = await account.deliveries(id);
      const replay = (endpointId: string) =>
        account.ask('POST', path(endpointId, `/deliveries/${delivery?.id}/replays`));
      expect((await replay(id)).status).toBe(409);
      expect((await replay(other.id)).status).toBe(404);
    });

    it('everything since an instant, in order, and what came while the endpoint was disabled', async () => {
      const { id, receiver } = await account.subscribe({ eventTypes: ['clients.*'] });
      await account.createClient('Before');
      await arrived(receiver, 1);
      // The first event was recorded in an earlier millisecond than `since`.
      const arrivedAtMs = Date.now();
      await vi.waitUntil(() => Date.now() > arrivedAtMs, { interval: 1 });
      const since = new Date().toISOString();
      const client = await account.createClient('After');
      await arrived(receiver, 2);
      await account.ask('PATCH', path(id), { status: 'disabled' });
      await account.ask('PATCH', `/v1/clients/${client}`, { status: 'dormant' });
      await account.quiet();
      expect((await account.ask('POST', path(id, '/replays'), { since })).status).toBe(409);
      await account.ask('PATCH', path(id), { status: 'enabled' });
      await account.runMaintenance();
      expect(receiver.accepted).toHaveLength(2);
      const answer = await account.ask('POST', path(id, '/replays'), { since });
      expect(answer.status).toBe(202);
      expect(answer.body).toMatchObject({ id, status: 'enabled' });
      await arrived(receiver, 4);
      await account.runMaintenance();
      const told = receiver.accepted.map(({ body }) => [body.data.id === client, body.data.version]);
      expect(told).toEqual([
        [false, 1],
        [true, 1],
        [true, 1],
        [true, 2],
      ]);
      expect(receiver.accepted[2]?.id).toBe(receiver.accepted[1]?.id);
    });

    it.each([['2999-01-01T00:00:00Z'], ['yesterday']])('nothing since %s', async (since) => {
      const { id } = await account.subscribe({ eventTypes: ['cases.created'] });
      const answer = await account.ask('POST', path(id, '/replays'), { since });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ pointer: '#/since' }]);
      await account.ask('DELETE', path(id));
    });
  });

  it('get no messages and no tests while they are disabled', async () => {
    const { id, receiver } = await account.subscribe({ status: 'disabled' });
    await account.createClient();
    expect((await account.ask('POST', path(id, '/tests'))).status).toBe(409);
    await account.runMaintenance();
    expect(receiver.received).toEqual([]);
    expect(await account.deliveries(id)).toEqual([]);
    await account.ask('DELETE', path(id));
  });

  it('lose their deliveries and secrets when they are deleted, and deliveries after 30 days', async () => {
    const gone = await account.subscribe({ eventTypes: ['clients.created'] });
    const kept = await account.subscribe({ eventTypes: ['clients.created'] });
    await account.createClient();
    await Promise.all([arrived(gone.receiver, 1), arrived(kept.receiver, 1)]);
    await account.runMaintenance();
    await account.ask('DELETE', path(gone.id));
    const old = 'whd-00kdw5h80c0000000000000000';
    await account.query(
      `insert into webhook_deliveries (id, body) select ?1, json_set(body, '$.messageId', 'old') from webhook_deliveries
       where endpoint_id = ?2`,
      old,
      kept.id,
    );
    await account.runMaintenance();
    const left = async (table: string, endpointId: string) =>
      (await account.query(`select 1 from ${table} where endpoint_id = ?1`, endpointId)).length;
    for (const table of ['webhook_deliveries', 'webhook_secrets', 'webhook_progress']) {
      expect([table, await left(table, gone.id)]).toEqual([table, 0]);
      expect([table, await left(table, kept.id)]).toEqual([table, 1]);
    }
  });

  it('abandon what could not be delivered in time, even while nothing may be sent', async () => {
    const { id, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    receiver.answer = () => ({ status: 500 });
    await account.createClient();
    await receiver.until(() => receiver.received.length === 1);
    await account.ask('PATCH', path(id), { status: 'disabled' });
    await account.passTime(4 * 86_400_000);
    await account.runMaintenance();
    expect(await account.deliveries(id)).toMatchObject([
      { status: 'failed', lastError: 'it could not be delivered in time' },
    ]);
  });

  it('are limited by the plan of the firm', async () => {
    const listed = await account.ask('GET', '/v1/webhook-endpoints');
    const present = (listed.body.items as unknown[]).length;
    const max = present + 2;
    await account.tell({ plan: 'standard', limits: { usersMax: 10, webhookEndpointsMax: max } });
    const create = () =>
      account.ask('POST', '/v1/webhook-endpoints', {
        url: 'http://127.0.0.1:9/',
        eventTypes: ['cases.created'],
        status: 'disabled',
      });
    const answers = [await create(), await create(), await create()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 409]);
    expect(answers[2]?.body).toMatchObject({
      type: 'urn:freehold:problem:plan-limit-reached',
      detail: `The plan standard allows ${max} webhook endpoints. Remove one first, or ask the operator for a larger plan.`,
      plan: 'standard',
      max,
    });
  });
});
