import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isId } from '../../../schema/model/ids.ts';
import { administratorDigest } from '../../testing/account-standing.ts';
import type { ApiRequest } from '../../testing/api-client.ts';
import { type Shown, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

describe('sign-up', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  const post = (body: unknown, request: ApiRequest = {}) =>
    platform.call('/v1/accounts', {
      method: 'POST',
      token: platform.people.ada,
      body,
      headers: { 'idempotency-key': randomUUID() },
      ...request,
    });
  const countRows = async (table: string) =>
    (await platform.database.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n ?? -1;
  const countAll = async () => [
    await countRows('accounts'),
    await countRows('operations'),
    await countRows('audit_events'),
    await countRows('idempotency_keys'),
  ];

  it('answers at once with the account, the operation to watch, and where to watch it', async () => {
    const answer = await post({ name: 'Harbour & Vale', slug: 'harbour-vale' });
    const { account, operation } = answer.body as { account: Shown; operation: Shown };
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(`/v1/operations/${operation.id}`);
    expect(isId('acc', account.id)).toBe(true);
    expect(account).toMatchObject({
      version: 1,
      name: 'Harbour & Vale',
      slug: 'harbour-vale',
      status: 'provisioning',
      plan: 'standard',
      region: 'eu',
      placement: 'script',
      routingEpoch: 1,
      url: `${platform.url}a/harbour-vale`,
      host: `harbour-vale.${platform.zone}`,
      createdBy: 'subject-of-ada',
    });
    expect(operation).toMatchObject({
      kind: 'provision',
      accountId: account.id,
      status: 'queued',
      steps: [],
      apiCalls: 0,
    });
  });

  it('tells the automation service, signed, which account to set up, and nothing about the person', async () => {
    const { account, operation } = await platform.signUp('tell-automation');
    const { messageId, body } = await platform.automation.waitFor(operation.id);
    expect(messageId).toBe(operation.id);
    expect(body).toEqual({
      operationId: operation.id,
      kind: 'provision',
      account: {
        id: account.id,
        slug: 'tell-automation',
        region: 'eu',
        placement: 'script',
        cell: 'default',
      },
      input: {},
    });
    expect(platform.automation.refused()).toBe(0);
  });

  it('keeps the person who signed up as a hash, and shows it to no one', async () => {
    const { account, answer } = await platform.signUp('no-hash-shown');
    const row = await platform.database
      .prepare("select body ->> '$.firstAdministrator' as digest from accounts where id = ?1")
      .bind(account.id)
      .first<{ digest: string }>();
    expect(row?.digest).toBe(administratorDigest(platform.issuer.url, 'subject-of-ada'));
    expect(answer.text).not.toContain('firstAdministrator');
    const read = await platform.call(`/v1/accounts/${account.id}`, { token: platform.people.operator });
    expect(read.status).toBe(200);
    expect(read.text).not.toContain('firstAdministrator');
  });

  it('records the sign-up in the audit trail', async () => {
    const { account } = await platform.signUp('audited-firm');
    const trail = await platform.call(`/v1/audit-events?rowId=${account.id}`, {
      token: platform.people.operator,
    });
    expect(trail.body.items).toMatchObject([
      { action: 'sign-up', actorId: 'subject-of-ada', collection: 'accounts', rowId: account.id },
    ]);
  });

  it('gives a repeated request its first answer, and makes nothing twice', async () => {
    const request = { headers: { 'idempotency-key': 'repeat-me' } };
    const body = { name: 'Repeated', slug: 'repeated-firm' };
    const first = await post(body, request);
    const before = await countAll();
    const second = await post(body, request);
    expect(second.status).toBe(202);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await countAll()).toEqual(before);
  });

  it('makes one account of two equal requests at the same time', async () => {
    const request = { headers: { 'idempotency-key': 'twice-at-once' } };
    const body = { name: 'At Once', slug: 'at-once' };
    const answers = await Promise.all([post(body, request), post(body, request), post(body, request)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(answers.map(({ body: { account } }) => (account as Shown).id)).size).toBe(1);
  });

  it('refuses another request under a key that was used', async () => {
    const request = { headers: { 'idempotency-key': 'one-key' } };
    await post({ name: 'First', slug: 'first-of-key' }, request);
    const before = await countAll();
    const other = await post({ name: 'Second', slug: 'second-of-key' }, request);
    expect(other.status).toBe(422);
    expect(other.body.type).toBe('urn:freehold:problem:idempotency-key-reused');
    expect(await countAll()).toEqual(before);
  });

  it('lets two people use the same key', async () => {
    const headers = { 'idempotency-key': 'same-key' };
    const ada = await post({ name: 'Ada', slug: 'key-of-ada' }, { headers });
    const ben = await post({ name: 'Ben', slug: 'key-of-ben' }, { headers, token: platform.people.ben });
    expect([ada.status, ben.status]).toEqual([202, 202]);
  });

  it('refuses the slug of a live account, and frees it after that account has left', async () => {
    const { account } = await platform.signUp('given-away');
    const taken = await post({ name: 'Other', slug: 'given-away' }, { token: platform.people.ben });
    expect(taken.status).toBe(409);
    expect(taken.body.errors).toEqual([{ pointer: '#/slug', detail: 'is taken by another row' }]);
    await platform.change('accounts', account.id, { status: 'offboarded' });
    const free = await post({ name: 'Other', slug: 'given-away' }, { token: platform.people.ben });
    expect(free.status).toBe(202);
    const read = await platform.call('/v1/accounts/given-away', { token: platform.people.operator });
    expect(read.body.id).toBe((free.body.account as Shown).id);
  });

  it('makes one account of two people asking for one slug at the same time', async () => {
    const body = { name: 'Racing', slug: 'racing' };
    const answers = await Promise.all([post(body), post(body, { token: platform.people.ben })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  });

  it.each([
    ['a slug of one character', { name: 'A', slug: 'x' }, '#/slug'],
    ['a slug of 64 characters', { name: 'A', slug: 'x'.repeat(64) }, '#/slug'],
    ['a slug in capitals', { name: 'A', slug: 'Harbour' }, '#/slug'],
    ['a slug with a hyphen at its end', { name: 'A', slug: 'harbour-' }, '#/slug'],
    ['a slug that DNS reads as another', { name: 'A', slug: 'xn--harbour' }, '#/slug'],
    ['a reserved slug', { name: 'A', slug: 'www' }, '#/slug'],
    ['a slug that looks like an id', { name: 'A', slug: 'acc-01kdw5h80c0000000000000005' }, '#/slug'],
    ['a slug that is not text', { name: 'A', slug: 7 }, '#/slug'],
    ['no slug', { name: 'A' }, '#/slug'],
    ['an empty name', { name: '  ', slug: 'empty-name' }, '#/name'],
    ['an unknown plan', { name: 'A', slug: 'plan-x', plan: 'free' }, '#/plan'],
    ['an unknown region', { name: 'A', slug: 'region-x', region: 'us' }, '#/region'],
    ['an unknown field', { name: 'A', slug: 'field-x', colour: 'green' }, '#/colour'],
    ['a field that only the server writes', { name: 'A', slug: 'field-y', status: 'active' }, '#/status'],
    ['a list', [], '#'],
  ])('refuses %s, naming the field, and writes nothing', async (_what, body, pointer) => {
    const before = await countAll();
    const answer = await post(body);
    expect(answer.status, answer.text).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect((answer.body.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
    expect(await countAll()).toEqual(before);
  });

  it('takes slugs of two and of 63 characters', async () => {
    expect((await post({ name: 'A', slug: 'x1' })).status).toBe(202);
    expect((await post({ name: 'A', slug: 'y'.repeat(63) })).status).toBe(202);
  });

  it.each([
    ['a body that is not JSON', { body: '{"name":' }, 400],
    ['a body of 3 MB', { body: { name: 'x'.repeat(3_000_000), slug: 'large' } }, 413],
    ['no body', { body: '' }, 400],
    ['a body of another media type', { body: 'name=A', headers: { 'content-type': 'text/plain' } }, 415],
    ['no idempotency key', { headers: {} }, 400],
    ['an idempotency key that is too long', { headers: { 'idempotency-key': 'k'.repeat(256) } }, 400],
  ])('refuses %s, and writes nothing', async (_what, request, status) => {
    const before = await countAll();
    const body = { name: 'A', slug: 'refused-firm' };
    const answer = await post(body, request);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.body).toMatchObject({ status, title: expect.any(String), instance: '/v1/accounts' });
    expect(await countAll()).toEqual(before);
  });

  it('refuses a person whose e-mail address is not verified', async () => {
    const token = await platform.token({ subject: 'subject-of-eve', emailVerified: false });
    const answer = await post({ name: 'Eve', slug: 'eves-firm' }, { token });
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toMatch(/e-mail/);
  });

  it('lets one person have twenty live accounts, and an operator more', async () => {
    const token = await platform.token({ subject: 'subject-of-max', email: 'max@many.example' });
    const made: string[] = [];
    for (let n = 1; n <= 20; n++) made.push((await platform.signUp(`many-${n}`, token)).account.id);
    const beyond = await post({ name: 'A', slug: 'many-21' }, { token });
    expect(beyond.status).toBe(403);
    expect(beyond.body.type).toBe('urn:freehold:problem:too-many-accounts');

    const operator = await platform.token({ subject: 'subject-of-max', roles: ['operator'] });
    expect((await post({ name: 'A', slug: 'many-22' }, { token: operator })).status).toBe(202);

    for (const id of made.slice(0, 2)) await platform.change('accounts', id, { status: 'offboarded' });
    expect((await post({ name: 'A', slug: 'many-21' }, { token })).status).toBe(202);
  });
});
