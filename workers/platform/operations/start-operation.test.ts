import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiRequest } from '../../testing/api-client.ts';
import { type Shown, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

describe('operations on an account', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  const start = (account: string, body: unknown, request: ApiRequest = {}) =>
    platform.call(`/v1/accounts/${account}/operations`, {
      method: 'POST',
      token: platform.people.operator,
      body,
      headers: { 'idempotency-key': randomUUID() },
      ...request,
    });
  const activeAccount = async (slug: string) => {
    const { account, operation } = await platform.signUp(slug);
    await platform.change('operations', operation.id, { status: 'succeeded' });
    await platform.register(account.id);
    return account;
  };

  it('begin with a queued operation, found by id or by slug, that the automation service is sent', async () => {
    const account = await activeAccount('to-upgrade');
    const answer = await start('to-upgrade', { kind: 'upgrade' });
    const { account: shown, operation } = answer.body as { account: Shown; operation: Shown };
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(`/v1/operations/${operation.id}`);
    expect(shown).toMatchObject({ id: account.id, status: 'active' });
    expect(operation).toMatchObject({ kind: 'upgrade', accountId: account.id, status: 'queued' });
    const { body } = await platform.automation.waitFor(operation.id);
    expect(body).toMatchObject({ kind: 'upgrade', account: { id: account.id }, input: {} });
    expect((await start(account.id, { kind: 'refresh' })).status).toBe(202);
  });

  it('are only for operators', async () => {
    await activeAccount('not-for-ada');
    const answer = await start('not-for-ada', { kind: 'upgrade' }, { token: platform.people.ada });
    expect(answer.status).toBe(403);
    expect((await start('not-for-ada', { kind: 'upgrade' }, { token: '' })).status).toBe(401);
  });

  it('run one at a time of each kind: a second one gets the first one shown', async () => {
    const account = await activeAccount('one-at-a-time');
    const first = await start(account.id, { kind: 'upgrade' });
    const { id } = first.body.operation as Shown;
    const second = await start(account.id, { kind: 'upgrade' });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      type: 'urn:freehold:problem:operation-under-way',
      operation: { id, status: 'queued' },
    });
    expect(second.headers.get('location')).toBe(`/v1/operations/${id}`);
    expect((await start(account.id, { kind: 'refresh' })).status).toBe(202);

    await platform.change('operations', id, { status: 'stalled' });
    expect((await start(account.id, { kind: 'upgrade' })).status).toBe(202);
  });

  it('start once when requested twice at the same time', async () => {
    const account = await activeAccount('twice-at-once');
    const answers = await Promise.all([1, 2, 3].map(() => start(account.id, { kind: 'upgrade' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  });

  it('give a repeated request its first answer', async () => {
    const account = await activeAccount('repeated');
    const request = { headers: { 'idempotency-key': 'again' } };
    const first = await start(account.id, { kind: 'upgrade' }, request);
    const second = await start(account.id, { kind: 'upgrade' }, request);
    expect(second.status).toBe(202);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    const other = await start(account.id, { kind: 'refresh' }, request);
    expect(other.status).toBe(422);
  });

  it.each([
    ['no confirmation', {}],
    ['the name of another account', { confirm: 'quayside' }],
    ['the id instead of the slug', { confirm: 'acc-1' }],
  ])('refuse to offboard with %s', async (_what, confirmation) => {
    const slug = `kept-${randomUUID().slice(0, 8)}`;
    const account = await activeAccount(slug);
    const answer = await start(slug, { kind: 'offboard', ...confirmation });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer: '#/confirm' }]);
    const trail = await platform.call(`/v1/accounts/${account.id}/operations?kind=offboard`, {
      token: platform.people.operator,
    });
    expect(trail.body.items).toEqual([]);
  });

  it('offboard with the slug as confirmation, which the automation service gets too', async () => {
    const account = await activeAccount('to-offboard');
    const answer = await start('to-offboard', { kind: 'offboard', confirm: 'to-offboard' });
    expect(answer.status).toBe(202);
    const { body } = await platform.automation.waitFor((answer.body.operation as Shown).id);
    expect(body).toMatchObject({
      kind: 'offboard',
      account: { id: account.id },
      input: { confirm: 'to-offboard' },
    });
  });

  it('close the account as soon as its offboarding is requested', async () => {
    const account = await activeAccount('closed-at-once');
    const answer = await start(account.id, { kind: 'offboard', confirm: 'closed-at-once' });
    expect(answer.body.account).toMatchObject({ status: 'offboarding' });
    const read = await platform.call(`/v1/accounts/${account.id}`, { token: platform.people.ada });
    expect(read.body).toMatchObject({ status: 'offboarding', version: 3 });
    const served = await platform.call('/a/closed-at-once/v1/clients', { token: platform.people.ada });
    expect(served.status).toBe(403);
  });

  it('let an offboarding follow what is under way, and nothing follow an offboarding', async () => {
    const { account, operation: provision } = await platform.signUp('last-of-all');
    const offboarding = await start(account.id, { kind: 'offboard', confirm: 'last-of-all' });
    expect(offboarding.status).toBe(202);
    const { id } = offboarding.body.operation as Shown;
    for (const kind of ['provision', 'upgrade', 'refresh']) {
      const refused = await start(account.id, { kind });
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({
        type: 'urn:freehold:problem:operation-under-way',
        operation: { id, kind: 'offboard' },
      });
      expect(refused.headers.get('location')).toBe(`/v1/operations/${id}`);
    }
    await platform.change('operations', provision.id, { status: 'succeeded' });
    await platform.change('operations', id, { status: 'failed' });
    const again = await start(account.id, { kind: 'offboard', confirm: 'last-of-all' });
    expect(again.status).toBe(202);
  });

  it('take a failed offboarding back by an upgrade while the account is registered, not after', async () => {
    const account = await activeAccount('stays-after-all');
    const offboarding = await start(account.id, { kind: 'offboard', confirm: 'stays-after-all' });
    await platform.change('operations', (offboarding.body.operation as Shown).id, { status: 'failed' });
    const upgrade = await start(account.id, { kind: 'upgrade' });
    expect(upgrade.status).toBe(202);
    expect(upgrade.body.account).toMatchObject({ status: 'active' });
    await platform.change('operations', (upgrade.body.operation as Shown).id, { status: 'succeeded' });

    await platform.change('accounts', account.id, { status: 'offboarding', workerUrl: null });
    const refused = await start(account.id, { kind: 'upgrade' });
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('can no longer be taken back. Possible now: offboard.');
    expect((await start(account.id, { kind: 'offboard', confirm: 'stays-after-all' })).status).toBe(202);
  });

  it('suspend an account at once, with the reason that is given, until it is resumed', async () => {
    const account = await activeAccount('to-suspend');
    const reason = 'The invoice of March is not paid.';
    const suspended = await start(account.id, { kind: 'suspend', reason });
    expect(suspended.status, suspended.text).toBe(202);
    expect(suspended.body.account).toMatchObject({ status: 'suspended', statusReason: reason });
    const { id } = suspended.body.operation as Shown;
    expect((await platform.automation.waitFor(id)).body).toMatchObject({
      kind: 'suspend',
      input: { reason },
    });
    const read = await platform.call('/v1/accounts/to-suspend', { token: platform.people.ada });
    expect(read.body).toMatchObject({ status: 'suspended', statusReason: reason });
    const refused = await platform.call('/a/to-suspend/v1/clients', { token: platform.people.ada });
    expect(refused.status).toBe(403);
    expect(refused.body.type).toBe('urn:freehold:problem:account-suspended');

    const resumed = await start(account.id, { kind: 'resume' });
    expect(resumed.status, resumed.text).toBe(202);
    expect(resumed.body.account).toMatchObject({ status: 'active' });
    const again = await platform.call('/v1/accounts/to-suspend', { token: platform.people.ada });
    expect(again.body.status).toBe('active');
    expect(again.body).not.toHaveProperty('statusReason');
  });

  it('restart a failed provisioning, and the account is provisioning again', async () => {
    const { account, operation } = await platform.signUp('failed-once');
    await platform.change('operations', operation.id, { status: 'failed' });
    await platform.change('accounts', account.id, { status: 'failed' });
    const answer = await start(account.id, { kind: 'provision' });
    expect(answer.status).toBe(202);
    expect(answer.body.account).toMatchObject({ status: 'provisioning' });
    const read = await platform.call(`/v1/accounts/${account.id}`, { token: platform.people.ada });
    expect(read.body).toMatchObject({ status: 'provisioning', version: 2 });
  });

  it.each([
    ['provision', 'active'],
    ['upgrade', 'failed'],
    ['upgrade', 'offboarded'],
    ['offboard', 'offboarded'],
    ['suspend', 'failed'],
    ['resume', 'active'],
  ])('do not %s an account that is %s', async (kind, status) => {
    const account = await activeAccount(`odd-${kind}-${status}`);
    await platform.change('accounts', account.id, { status });
    const inputs: Record<string, object> = {
      offboard: { confirm: account.slug },
      suspend: { reason: 'A test.' },
    };
    const answer = await start(account.id, { kind, ...inputs[kind] });
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain(status);
  });

  it.each([
    ['an unknown kind', { kind: 'explode' }, 422, '#/kind'],
    ['no kind', {}, 422, '#/kind'],
    ['an unknown field', { kind: 'upgrade', force: true }, 422, '#/force'],
    ['a suspension without a reason', { kind: 'suspend' }, 422, '#/reason'],
    ['a reason of 501 characters', { kind: 'suspend', reason: 'r'.repeat(501) }, 422, '#/reason'],
    ['a reason of several lines', { kind: 'suspend', reason: 'one\ntwo' }, 422, '#/reason'],
    ['a confirmation that is not needed', { kind: 'upgrade', confirm: 'bad-input' }, 422, '#/confirm'],
  ])('refuse %s, naming the field', async (_what, body, status, pointer) => {
    await platform
      .signUp(`bad-${randomUUID().slice(0, 8)}`, platform.people.operator)
      .then(async ({ account }) => {
        const answer = await start(account.id, body);
        expect(answer.status).toBe(status);
        expect(answer.body.errors).toMatchObject([{ pointer }]);
      });
  });

  it('refuse a request without an idempotency key, and an unknown account', async () => {
    const account = await activeAccount('keyless');
    expect((await start(account.id, { kind: 'upgrade' }, { headers: {} })).status).toBe(400);
    expect((await start('nobody-here', { kind: 'upgrade' })).status).toBe(404);
  });

  it('are recorded in the audit trail', async () => {
    const account = await activeAccount('audited');
    const answer = await start(account.id, { kind: 'upgrade' });
    const { id } = answer.body.operation as Shown;
    const trail = await platform.call(`/v1/audit-events?rowId=${id}`, { token: platform.people.operator });
    expect(trail.body.items).toMatchObject([
      { action: 'operate', actorId: 'subject-of-olga', collection: 'operations', rowId: id },
    ]);
  });
});
