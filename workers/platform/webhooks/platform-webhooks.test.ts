import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountHost, physicalName } from '../../../schema/factory/names.ts';
import { registrationPath } from '../../../schema/factory/registration-messages.ts';
import { releasePath } from '../../../schema/factory/release-message.ts';
import { defaultCell, defaultPlacement } from '../../../schema/factory/settings.ts';
import { platformEventTypes } from '../../../schema/platform/platform-events.ts';
import type { ApiAnswer } from '../../testing/api-client.ts';
import { type Shown, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';
import {
  isSignedBy,
  type ReceivedMessage,
  startReceiver,
  type TestReceiver,
} from '../../testing/webhook-receiver.ts';

const FIRST_RELEASE = '0123456789abcdef';
const NEXT_RELEASE = 'fedcba9876543210';

describe('webhooks of the platform', () => {
  let platform: TestPlatform;
  const receivers: TestReceiver[] = [];
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(async () => {
    await platform.stop();
    await Promise.all(receivers.map(({ goAway }) => goAway()));
  });

  const ask = (
    method: string,
    path: string,
    body?: unknown,
    token = platform.people.operator,
  ): Promise<ApiAnswer> =>
    platform.call(path, {
      method,
      token,
      ...(body === undefined ? {} : { body }),
      ...(['PATCH', 'PUT', 'DELETE'].includes(method) ? { headers: { 'if-match': '*' } } : {}),
    });
  const subscribe = async (eventTypes: readonly string[] = ['*']) => {
    const receiver = await startReceiver();
    receivers.push(receiver);
    const answer = await ask('POST', '/v1/webhook-endpoints', { url: receiver.url, eventTypes });
    if (answer.status !== 201) throw new Error(`no endpoint: ${answer.text}`);
    return { path: `/v1/webhook-endpoints/${answer.body.id}`, secret: String(answer.body.secret), receiver };
  };
  const register = async (accountId: string, release: string) => {
    const answer = await platform.callSigned('PUT', registrationPath(accountId), {
      workerUrl: `https://${accountHost(accountId, platform.accountsZone)}`,
      scriptName: physicalName(accountId),
      databaseId: randomUUID(),
      bucketName: physicalName(accountId),
      placement: defaultPlacement,
      cell: defaultCell,
      release,
    });
    expect(answer.status, answer.text).toBe(200);
  };
  const operate = async (accountId: string, body: object): Promise<Shown> => {
    const answer = await platform.call(`/v1/accounts/${accountId}/operations`, {
      method: 'POST',
      token: platform.people.operator,
      body,
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(answer.status, answer.text).toBe(202);
    return answer.body.operation as Shown;
  };
  const end = async ({ id }: Shown, status: 'succeeded' | 'failed', revision = 9) => {
    const report = { revision, status, steps: [], apiCalls: 1 };
    const answer = await platform.callSigned('PUT', `/internal/v1/operations/${id}`, report);
    expect(answer.status, answer.text).toBe(200);
  };
  const activeAccount = async (slug: string) => {
    const { account, operation } = await platform.signUp(slug, platform.people.operator);
    await register(account.id, FIRST_RELEASE);
    await end(operation, 'succeeded');
    return account.id;
  };
  const typesOf = (messages: readonly ReceivedMessage[]) => messages.map(({ body }) => body.type);
  const deliveries = async (path: string) =>
    (await ask('GET', `${path}/deliveries?limit=200`)).body.items as readonly Record<string, unknown>[];
  const makeDue = async () => {
    await platform.database
      .prepare(
        "update webhook_deliveries set body = json_set(body, '$.nextAttemptAt', ?1) where status = 'pending'",
      )
      .bind(new Date().toISOString())
      .run();
    await platform.database.prepare('update webhook_progress set paused_until = 0').run();
  };

  it('report each step of an account once and in order, signed, and each release', async () => {
    const { receiver, secret } = await subscribe();
    const { account, operation } = await platform.signUp('harbour', platform.people.operator);
    await end(operation, 'failed');
    await operate(account.id, { kind: 'provision' });
    await register(account.id, FIRST_RELEASE);
    await register(account.id, FIRST_RELEASE); // Repeating it is not a change.
    await end(await operate(account.id, { kind: 'suspend', reason: 'Ada Hale has not paid.' }), 'succeeded');
    await end(await operate(account.id, { kind: 'resume' }), 'succeeded');
    await register(account.id, NEXT_RELEASE);
    const offboarding = await operate(account.id, { kind: 'offboard', confirm: 'harbour' });
    await end(offboarding, 'succeeded');
    await end(offboarding, 'succeeded', 10); // A report after the end is not a change.
    const release = await platform.callSigned('PUT', releasePath(NEXT_RELEASE), {
      name: NEXT_RELEASE,
      accountBundleSha256: 'a'.repeat(64),
      platformBundleSha256: 'b'.repeat(64),
      accountMigration: '0012_keep_standing',
      platformMigration: '0004_serve_releases_and_webhooks',
      madeAt: '2026-03-31T09:30:00.000Z',
      note: 'Asked for by Ada Hale.',
    });
    expect(release.status).toBe(201);
    await platform.runScheduled();
    await platform.runScheduled();

    const about = (id: string) => receiver.received.filter(({ body }) => body.data.id === id);
    expect(typesOf(about(account.id))).toEqual([
      'account.failed',
      'account.provisioned',
      'account.suspended',
      'account.resumed',
      'account.upgraded',
      'account.offboarded',
    ]);
    expect(typesOf(about(String(release.body.id)))).toEqual(['release.created']);
    expect(new Set(typesOf(receiver.received))).toEqual(new Set(platformEventTypes));
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(receiver.received.length);
    for (const message of receiver.received) expect(isSignedBy(secret, message)).toBe(true);
    expect(about(account.id)[4]?.body.data).toEqual({
      id: account.id,
      collection: 'accounts',
      version: expect.any(Number),
      status: 'active',
      release: NEXT_RELEASE,
      previousRelease: FIRST_RELEASE,
    });
    expect(about(String(release.body.id))[0]?.body.data).toEqual({
      id: release.body.id,
      collection: 'releases',
      version: 1,
      release: NEXT_RELEASE,
    });
    // No firm, no person and no reason.
    expect(receiver.received.map(({ text }) => text).join('\n')).not.toMatch(
      /harbour|Firm|Ada|paid|olga|ben/,
    );
  });

  it('report a suspended account whose offboarding is taken back as resumed', async () => {
    const { receiver } = await subscribe(['account.*']);
    const id = await activeAccount('returning');
    await end(await operate(id, { kind: 'suspend', reason: 'Unpaid.' }), 'succeeded');
    await end(await operate(id, { kind: 'offboard', confirm: 'returning' }), 'failed');
    await operate(id, { kind: 'upgrade' });
    await platform.runScheduled();
    expect(typesOf(receiver.received)).toEqual([
      'account.provisioned',
      'account.suspended',
      'account.resumed',
    ]);
  });

  it('go to an endpoint that asks for them, from its creation on', async () => {
    await activeAccount('earlier');
    const { receiver } = await subscribe(['account.suspended']);
    const id = await activeAccount('later');
    await operate(id, { kind: 'suspend', reason: 'Unpaid.' });
    await platform.runScheduled();
    expect(receiver.received.map(({ body }) => [body.type, body.data.id])).toEqual([
      ['account.suspended', id],
    ]);
  });

  it('are sent again after a failure, under the same id, until they arrive', async () => {
    const { path, receiver } = await subscribe(['account.provisioned']);
    receiver.answer = () => (receiver.received.length < 3 ? { status: 503 } : {});
    await activeAccount('patient');
    await platform.runScheduled();
    expect(await deliveries(path)).toMatchObject([{ status: 'pending', attempts: 1, lastStatusCode: 503 }]);
    await makeDue();
    await platform.runScheduled();
    await makeDue();
    await platform.runScheduled();
    expect(await deliveries(path)).toMatchObject([{ status: 'delivered', attempts: 3, lastStatusCode: 204 }]);
    expect(receiver.received).toHaveLength(3);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  });

  it('are sent once although two invocations of the cron overlap', async () => {
    const { receiver } = await subscribe(['account.provisioned']);
    receiver.answer = () => ({ delayMs: 300 });
    for (const slug of ['one', 'two', 'three']) await activeAccount(slug);
    await Promise.all([platform.runScheduled(), platform.runScheduled()]);
    expect(receiver.received).toHaveLength(3);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(3);
  });

  it('are sent again on request: one message, everything since an instant, or a test', async () => {
    const { path, receiver } = await subscribe(['account.provisioned']);
    const since = new Date().toISOString();
    await activeAccount('again');
    await platform.runScheduled();
    const [first] = await deliveries(path);
    const replayed = await ask('POST', `${path}/deliveries/${first?.id}/replays`);
    expect(replayed.status, replayed.text).toBe(202);
    await platform.runScheduled();
    expect((await ask('POST', `${path}/replays`, { since })).status).toBe(202);
    await platform.runScheduled();
    expect(receiver.received.map(({ id }) => id)).toEqual(Array(3).fill(first?.messageId));
    expect((await ask('POST', `${path}/tests`)).status).toBe(202);
    await platform.runScheduled();
    expect(receiver.received.at(-1)?.body.type).toBe('webhooks.test');
    const trail = await ask('GET', `/v1/audit-events?rowId=${path.split('/').at(-1)}`);
    expect((trail.body.items as { action: string; actorId: string }[]).map(({ action }) => action)).toEqual([
      'create',
      'replay',
      'test',
    ]);
  });

  it('carry both signatures while a secret is replaced, and no answer but the first shows it', async () => {
    const { path, secret, receiver } = await subscribe(['account.provisioned']);
    const rotated = await ask('POST', `${path}/secret-rotations`, { overlapHours: 1 });
    expect(rotated.status).toBe(201);
    await activeAccount('rotating');
    await platform.runScheduled();
    const [message] = receiver.received;
    for (const valid of [secret, String(rotated.body.secret)])
      expect(message && isSignedBy(valid, message)).toBe(true);
    const shown = await Promise.all([ask('GET', path), ask('GET', '/v1/webhook-endpoints?limit=200')]);
    expect(shown.map(({ status }) => status)).toEqual([200, 200]);
    expect(shown.map(({ text }) => text).join()).not.toContain('whsec_');
  });

  it('stop for an endpoint that answers 410, until an operator enables it again', async () => {
    const { path, receiver } = await subscribe(['account.provisioned']);
    receiver.answer = () => ({ status: 410 });
    await activeAccount('gone');
    await platform.runScheduled();
    expect((await ask('GET', path)).body).toMatchObject({
      status: 'disabled',
      disabledReason: 'The receiver answered 410: it is gone for good.',
    });
    const unheard = await activeAccount('unheard');
    receiver.answer = () => ({});
    expect((await ask('PATCH', path, { status: 'enabled' })).body).not.toHaveProperty('disabledReason');
    const id = await activeAccount('heard');
    await platform.runScheduled();
    expect(receiver.accepted.map(({ body }) => body.data.id)).toContain(id);
    expect(receiver.accepted.map(({ body }) => body.data.id)).not.toContain(unheard);
  });

  it('belong to operators, and accept only known events and public addresses', async () => {
    const { path } = await subscribe();
    const { ada } = platform.people;
    for (const [method, target, body] of [
      ['GET', '/v1/webhook-endpoints', undefined],
      ['GET', path, undefined],
      ['GET', `${path}/deliveries`, undefined],
      ['POST', '/v1/webhook-endpoints', { url: 'https://hooks.example.org/', eventTypes: ['*'] }],
      ['POST', `${path}/secret-rotations`, {}],
      ['POST', `${path}/tests`, undefined],
      ['DELETE', path, undefined],
    ] as const) {
      expect((await ask(method, target, body, ada)).status, `${method} ${target}`).toBe(403);
    }
    const create = (fields: object) =>
      ask('POST', '/v1/webhook-endpoints', {
        url: 'https://hooks.example.org/',
        eventTypes: ['*'],
        ...fields,
      });
    const unknown = await create({ eventTypes: ['account.renamed'] });
    expect(unknown.body.errors).toMatchObject([{ pointer: '#/eventTypes/0' }]);
    const inside = await create({ url: 'https://10.0.0.1/' });
    expect(inside.body.errors).toEqual([{ pointer: '#/url', detail: 'must name a public host' }]);
    expect([unknown.status, inside.status]).toEqual([422, 422]);
    expect((await ask('DELETE', path)).status).toBe(204);
  });

  it('delete events after 30 days, and never use the newest position again', async () => {
    const position = async () =>
      await platform.database
        .prepare('select max(position) as newest, count(*) as count from webhook_events')
        .first<{ newest: number; count: number }>();
    await platform.database
      .prepare("update webhook_events set occurred_at = '2020-01-01T00:00:00.000Z'")
      .run();
    const before = await position();
    await platform.runScheduled();
    expect(await position()).toEqual({ newest: before?.newest, count: 1 });
    await activeAccount('afterwards');
    expect((await position())?.newest).toBeGreaterThan(Number(before?.newest));
  });
});
