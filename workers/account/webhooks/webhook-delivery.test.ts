import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { startWebhookAccount, type WebhookAccount } from '../../testing/webhook-account.ts';
import { isSignedBy } from '../../testing/webhook-receiver.ts';

const HOUR_MS = 3_600_000;

describe('webhooks', () => {
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

  it('report a change immediately, signed, with ids and names of fields and without values', async () => {
    const { receiver, secret } = await account.subscribe();
    const created = await account.ask('POST', '/v1/clients', {
      firstName: 'Ada',
      lastName: 'Hale',
      vulnerabilityNote: 'Recently bereaved',
    });
    const id = String(created.body.id);
    await receiver.until(() => receiver.accepted.length === 1);
    await account.ask('PATCH', `/v1/clients/${id}`, {
      lastName: 'Hale-Brook',
      vulnerabilityNote: 'Recently bereaved, and moved',
      tags: ['vip'],
    });
    await receiver.until(() => receiver.accepted.length === 2);
    await account.ask('DELETE', `/v1/clients/${id}`);
    await receiver.until(() => receiver.accepted.length === 3);

    const [first, second, third] = receiver.accepted;
    expect(receiver.accepted.every((message) => isSignedBy(secret, message))).toBe(true);
    expect(first?.body).toMatchObject({
      type: 'clients.created',
      timestamp: created.body.createdAt,
      data: { id, collection: 'clients', version: 1 },
    });
    expect(second?.body).toEqual({
      type: 'clients.updated',
      timestamp: expect.any(String),
      data: { id, collection: 'clients', version: 2, changedFields: ['lastName', 'tags'] },
    });
    expect(third?.body).toMatchObject({ type: 'clients.deleted', data: { id, collection: 'clients' } });
    expect(new Set(receiver.accepted.map((message) => message.id)).size).toBe(3);
    expect(receiver.accepted.map(({ text }) => text).join()).not.toMatch(/bereaved|Hale|vulnerab/);
  });

  it('send an endpoint only the events it asks for, from its creation on', async () => {
    await account.createClient();
    const some = await account.subscribe({ eventTypes: ['clients.updated', 'contact-companies.*'] });
    const id = await account.createClient();
    await account.ask('PATCH', `/v1/clients/${id}`, { status: 'dormant' });
    await account.ask('POST', '/v1/contact-companies', { name: 'Acme', kind: 'insurer' });
    await some.receiver.until(() => some.receiver.accepted.length === 2);
    await account.runMaintenance();
    expect(some.receiver.accepted.map(({ body }) => body.type).sort()).toEqual([
      'clients.updated',
      'contact-companies.created',
    ]);
  });

  it('retry a failed message with the same id and body, after growing delays', async () => {
    const { id, secret, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    receiver.answer = () => ({ status: 503 });
    await account.createClient();
    await receiver.until(() => receiver.received.length === 1);
    await expect.poll(async () => (await account.deliveries(id))[0]?.attempts, { timeout: 10_000 }).toBe(1);
    const [first] = await account.deliveries(id);
    expect(first).toMatchObject({
      status: 'pending',
      eventType: 'clients.created',
      attempts: 1,
      lastStatusCode: 503,
      lastError: 'answered 503',
    });
    const waitMs = Date.parse(String(first?.nextAttemptAt)) - Date.parse(String(first?.lastAttemptAt));
    expect(waitMs).toBeGreaterThanOrEqual(4_000);
    expect(waitMs).toBeLessThanOrEqual(6_000);
    await account.runMaintenance();
    expect(receiver.received).toHaveLength(1);
    await account.passTime(0);
    await account.runMaintenance();
    expect(receiver.received).toHaveLength(2);
    const [second] = await account.deliveries(id);
    const nextWaitMs = Date.parse(String(second?.nextAttemptAt)) - Date.parse(String(second?.lastAttemptAt));
    expect(nextWaitMs).toBeGreaterThan(20_000);
    receiver.answer = () => ({});
    await account.passTime(0);
    await account.runMaintenance();
    const [one, two, three] = receiver.received;
    expect(new Set([one?.id, two?.id, three?.id]).size).toBe(1);
    expect(new Set([one?.text, two?.text, three?.text]).size).toBe(1);
    expect(receiver.received.every((message) => isSignedBy(secret, message))).toBe(true);
    const [last] = await account.deliveries(id);
    expect(last).toMatchObject({ status: 'delivered', attempts: 3, lastStatusCode: 204 });
    expect(last).not.toHaveProperty('nextAttemptAt');
    expect(last).not.toHaveProperty('lastError');
  });

  it('lose nothing while a receiver is away, and deliver all of it in order when it is back', async () => {
    const { id, receiver } = await account.subscribe({ eventTypes: ['clients.*'] });
    await receiver.goAway();
    const clients = await Promise.all(['One', 'Two', 'Three'].map((name) => account.createClient(name)));
    for (const client of clients)
      for (const status of ['active', 'dormant'])
        await account.ask('PATCH', `/v1/clients/${client}`, { status });
    await account.runMaintenance();
    expect(await account.deliveries(id)).toHaveLength(9);
    expect((await account.deliveries(id)).every(({ status }) => status === 'pending')).toBe(true);
    await receiver.comeBack();
    for (let turn = 0; turn < 12 && receiver.accepted.length < 9; turn++) {
      await account.passTime(1_000);
      await account.runMaintenance();
    }
    expect(receiver.accepted).toHaveLength(9);
    for (const client of clients) {
      const versions = receiver.accepted
        .filter(({ body }) => body.data.id === client)
        .map(({ body }) => body.data.version);
      expect(versions).toEqual([1, 2, 3]);
    }
  });

  it('hold back later changes of a row whose earlier one fails, and no other row', async () => {
    const { receiver } = await account.subscribe({ eventTypes: ['clients.*'] });
    const [stuck, free] = [await account.createClient('Stuck'), await account.createClient('Free')];
    await receiver.until(() => receiver.accepted.length === 2);
    let isOpen = false;
    receiver.answer = ({ body }) => (!isOpen && body.data.id === stuck ? { status: 500 } : {});
    for (const status of ['active', 'dormant', 'archived']) {
      await account.ask('PATCH', `/v1/clients/${stuck}`, { status });
      await account.ask('PATCH', `/v1/clients/${free}`, { status });
    }
    await receiver.until(() => receiver.accepted.length === 5);
    const sentOfStuck = () => receiver.received.filter(({ body }) => body.data.id === stuck);
    expect(new Set(sentOfStuck().map(({ body }) => body.data.version))).toEqual(new Set([1, 2]));
    isOpen = true;
    await account.passTime(0);
    await account.runMaintenance();
    await receiver.until(() => receiver.accepted.length === 8);
    const accepted = receiver.accepted.filter(({ body }) => body.data.id === stuck);
    expect(accepted.map(({ body }) => body.data.version)).toEqual([1, 2, 3, 4]);
  });

  it('keep the order of each row under concurrent writes', { timeout: 60_000 }, async () => {
    const { id, receiver } = await account.subscribe({ eventTypes: ['clients.updated'] });
    receiver.answer = () => ({ delayMs: Math.floor(Math.random() * 8) });
    const clients = await Promise.all(Array.from({ length: 5 }, () => account.createClient()));
    const rounds = Array.from({ length: 8 }, (_, round) => round);
    await Promise.all(
      clients.flatMap((client) =>
        rounds.map((round) => account.ask('PATCH', `/v1/clients/${client}`, { tags: [`round-${round}`] })),
      ),
    );
    const versions = await account.query<{ id: string; version: number }>(
      `select id, version from clients where id in (select value from json_each(?1))`,
      JSON.stringify(clients),
    );
    const changes = versions.reduce((sum, { version }) => sum + version - 1, 0);
    await receiver.until(() => receiver.accepted.length >= changes);
    await account.runMaintenance();
    expect(receiver.accepted).toHaveLength(changes);
    for (const { id: client, version } of versions) {
      const told = receiver.accepted.filter(({ body }) => body.data.id === client);
      expect(told.map(({ body }) => body.data.version)).toEqual(
        Array.from({ length: version - 1 }, (_, index) => index + 2),
      );
    }
    expect((await account.deliveries(id)).every(({ status }) => status === 'delivered')).toBe(true);
  });

  it('are sent once more under the same id when the Worker dies between sending and recording', async () => {
    const { id, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    await account.query(
      `create trigger crash before update on webhook_deliveries when new.endpoint_id = '${id}'
       begin select raise(abort, 'the Worker is gone'); end`,
    );
    await account.createClient();
    await receiver.until(() => receiver.received.length > 0);
    await account.quiet();
    const before = receiver.received.length;
    expect(await account.deliveries(id)).toMatchObject([{ status: 'pending', attempts: 0 }]);
    await account.query('drop trigger crash');
    await account.runMaintenance();
    expect(receiver.received).toHaveLength(before + 1);
    expect(new Set(receiver.received.map((message) => message.id)).size).toBe(1);
    expect(await account.deliveries(id)).toMatchObject([{ status: 'delivered' }]);
  });

  it('are made by the maintenance when the writing request could not send them', async () => {
    const { receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    await account.quiet();
    await account.query(
      `insert into maintenance_leases (name, holder, expires_at, requests) values ('maintenance', 'dead', ?1, 0)
       on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at`,
      Date.now() + 60_000,
    );
    const requests = async () => {
      const [lease] = await account.query<{ requests: number }>('select requests from maintenance_leases');
      return lease?.requests ?? 0;
    };
    const before = await requests();
    await account.createClient();
    // The write asks the holder of the lease for a run, and leaves it at that.
    await expect.poll(requests).toBeGreaterThan(before);
    expect(receiver.received).toEqual([]);
    await account.query('update maintenance_leases set expires_at = 0');
    expect((await account.runMaintenance()).body).toMatchObject({ ran: true });
    expect(receiver.accepted).toHaveLength(1);
  });

  it('abandon a message after three days of attempts, and then disable the endpoint with a reason', async () => {
    const { id, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    const other = await account.subscribe({ eventTypes: ['webhook-endpoints.updated'] });
    receiver.answer = () => ({ status: 500 });
    await account.createClient();
    await expect.poll(async () => (await account.deliveries(id))[0]?.attempts, { timeout: 10_000 }).toBe(1);
    let turns = 0;
    for (; turns < 20 && (await account.deliveries(id))[0]?.status === 'pending'; turns++) {
      await account.passTime(5 * HOUR_MS);
      await account.runMaintenance();
    }
    expect(turns).toBeLessThanOrEqual(13);
    expect(turns).toBeGreaterThan(8);
    const [delivery] = await account.deliveries(id);
    expect(delivery).toMatchObject({ status: 'failed', lastError: 'answered 500' });
    expect(delivery).not.toHaveProperty('nextAttemptAt');
    const endpoint = (await account.ask('GET', `/v1/webhook-endpoints/${id}`)).body;
    expect(endpoint).toMatchObject({
      status: 'disabled',
      disabledReason: expect.stringMatching(
        /^Every attempt has failed since 20\d\d-\d\d-\d\dT.*Z; the last one: answered 500\.$/,
      ),
      updatedBy: 'system',
    });
    await account.runMaintenance();
    expect(other.receiver.accepted.map(({ body }) => body.data.id)).toEqual([id]);

    receiver.answer = () => ({});
    const enabled = await account.ask('PATCH', `/v1/webhook-endpoints/${id}`, { status: 'enabled' });
    expect(enabled.body).toMatchObject({ status: 'enabled' });
    expect(enabled.body).not.toHaveProperty('disabledReason');
    await account.createClient();
    await receiver.until(() => receiver.accepted.length === 1);
    expect((await account.ask('GET', `/v1/webhook-endpoints/${id}`)).body).not.toHaveProperty(
      'disabledReason',
    );
  });

  it('disable an endpoint at once whose receiver says that it is gone', async () => {
    const { id, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    receiver.answer = () => ({ status: 410 });
    await account.createClient();
    await receiver.until(() => receiver.received.length === 1);
    await expect
      .poll(async () => (await account.ask('GET', `/v1/webhook-endpoints/${id}`)).body, { timeout: 10_000 })
      .toMatchObject({
        status: 'disabled',
        disabledReason: 'The receiver answered 410: it is gone for good.',
      });
  });

  it('follow no redirect, and wait as long as the receiver asks', async () => {
    const { id, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    const { receiver: elsewhere } = await account.subscribe({ eventTypes: ['cases.created'] });
    receiver.answer = () => ({ status: 307, headers: { location: elsewhere.url, 'retry-after': '600' } });
    await account.createClient();
    await expect
      .poll(async () => (await account.deliveries(id))[0], { timeout: 10_000 })
      .toMatchObject({ status: 'pending', lastError: 'answered with a redirect (307)' });
    expect(elsewhere.received).toEqual([]);
    const [delivery] = await account.deliveries(id);
    const waitMs = Date.parse(String(delivery?.nextAttemptAt)) - Date.parse(String(delivery?.lastAttemptAt));
    expect(waitMs).toBeGreaterThanOrEqual(600_000);
  });

  it('pause for a receiver that keeps failing, and try again with a single message', async () => {
    const { id, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    receiver.answer = () => ({ status: 500 });
    await Promise.all(Array.from({ length: 30 }, () => account.createClient()));
    await account.runMaintenance();
    expect(await account.deliveries(id)).toHaveLength(30);
    expect(receiver.received.length).toBeLessThan(20);
    const [progress] = await account.query<{ paused_until: number }>(
      'select paused_until from webhook_progress where endpoint_id = ?1',
      id,
    );
    expect(progress?.paused_until).toBeGreaterThan(Date.now());
    const before = receiver.received.length;
    await account.passTime(0);
    await account.runMaintenance();
    expect(receiver.received.length).toBe(before + 1);
    receiver.answer = () => ({});
    await account.passTime(0);
    await account.runMaintenance();
    expect(receiver.accepted).toHaveLength(30);
  });

  it('do not let one slow receiver hold up another', async () => {
    const slow = await account.subscribe({ eventTypes: ['clients.created'] });
    const quick = await account.subscribe({ eventTypes: ['clients.created'] });
    slow.receiver.answer = () => ({ delayMs: 700 });
    await Promise.all(Array.from({ length: 6 }, () => account.createClient()));
    await quick.receiver.until(() => quick.receiver.accepted.length === 6);
    expect(slow.receiver.accepted.length).toBeLessThan(6);
    await slow.receiver.until(() => slow.receiver.accepted.length === 6);
  });
});
