import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Shown, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';
import { resendAfterMs, silenceMaxMs } from './resend-operations.ts';

describe('the outbox', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  const readOperation = async (id: string) =>
    (await platform.call(`/v1/operations/${id}`, { token: platform.people.ada })).body as Shown;
  /** Makes an operation look as if it had waited long enough to be sent again. */
  const age = (id: string) =>
    platform.change('operations', id, {
      createdAt: new Date(Date.now() - resendAfterMs - 1_000).toISOString(),
    });
  const until = (condition: () => Promise<boolean>) =>
    vi.waitUntil(condition, { timeout: 10_000, interval: 10 });
  const timesReceived = (id: string) =>
    platform.automation.received.filter(({ body }) => body.operationId === id).length;

  it('notes when the automation service has accepted an operation', async () => {
    const { operation } = await platform.signUp('accepted');
    await until(async () => 'dispatchedAt' in (await readOperation(operation.id)));
    const read = await readOperation(operation.id);
    expect(read).toMatchObject({ status: 'queued', revision: 0, version: 2 });
    expect(Date.parse(String(read.dispatchedAt))).toBeGreaterThan(Date.now() - 60_000);
  });

  it('loses nothing while the service is away: the sign-up succeeds and is sent when it is back', async () => {
    await platform.automation.goAway();
    const { operation } = await platform.signUp('patient');
    await age(operation.id);
    await platform.runScheduled();
    expect(await readOperation(operation.id)).not.toHaveProperty('dispatchedAt');
    await platform.automation.comeBack();
    await platform.runScheduled();
    const { body } = await platform.automation.waitFor(operation.id);
    expect(body).toMatchObject({ kind: 'provision', account: { slug: 'patient' } });
    expect(await readOperation(operation.id)).toHaveProperty('dispatchedAt');
  });

  it('sends again what the service answered with an error', async () => {
    platform.automation.answerWith(503);
    const { operation } = await platform.signUp('unlucky');
    await platform.automation.waitFor(operation.id);
    expect(await readOperation(operation.id)).not.toHaveProperty('dispatchedAt');
    platform.automation.answerWith(202);
    await age(operation.id);
    await platform.runScheduled();
    const again = await platform.automation.waitFor(operation.id, 2);
    expect(again.messageId).toBe(operation.id);
    expect(await readOperation(operation.id)).toHaveProperty('dispatchedAt');
  });

  it('sends again what was accepted and not started: the service may have died with it', async () => {
    const { operation } = await platform.signUp('forgotten');
    await platform.automation.waitFor(operation.id);
    await age(operation.id);
    await platform.runScheduled();
    await platform.automation.waitFor(operation.id, 2);
  });

  it('sends again what has run for long without a report, and does not change it', async () => {
    const { operation } = await platform.signUp('silent');
    await until(async () => 'dispatchedAt' in (await readOperation(operation.id)));
    const updatedAt = new Date(Date.now() - silenceMaxMs - 1_000).toISOString();
    await platform.change('operations', operation.id, { status: 'running', revision: 4, updatedAt });
    await platform.runScheduled();
    await platform.automation.waitFor(operation.id, 2);
    expect(await readOperation(operation.id)).toMatchObject({ status: 'running', updatedAt, version: 2 });
  });

  it('sends the operations of one account in their order, and none past one that is not accepted', async () => {
    const { account, operation: first } = await platform.signUp('in-order');
    await platform.automation.waitFor(first.id);
    // They are sent in the order of the milliseconds of their requests.
    await vi.waitUntil(() => Date.now() > Date.parse(String(first.createdAt)));
    const answer = await platform.call(`/v1/accounts/${account.id}/operations`, {
      method: 'POST',
      token: platform.people.operator,
      body: { kind: 'offboard', confirm: 'in-order' },
      headers: { 'idempotency-key': randomUUID() },
    });
    const second = answer.body.operation as Shown;
    await platform.automation.waitFor(second.id);
    await until(async () => 'dispatchedAt' in (await readOperation(second.id)));
    // The younger one was looked at less recently, which must not put it first.
    const old = new Date(Date.now() - resendAfterMs - 60_000).toISOString();
    await Promise.all([
      age(first.id),
      platform.change('operations', second.id, { createdAt: old, updatedAt: old }),
    ]);
    platform.automation.answerWith(503);
    await platform.runScheduled();
    expect([timesReceived(first.id), timesReceived(second.id)]).toEqual([2, 1]);
    platform.automation.answerWith(202);
    await platform.runScheduled();
    expect([timesReceived(first.id), timesReceived(second.id)]).toEqual([3, 2]);
    const order = platform.automation.received.map(({ body }) => body.operationId);
    expect(order.lastIndexOf(second.id)).toBeGreaterThan(order.lastIndexOf(first.id));
  });

  it('waits for a recent operation, and does not resend a running one', async () => {
    const young = (await platform.signUp('young')).operation.id;
    const begun = (await platform.signUp('begun')).operation.id;
    await Promise.all([platform.automation.waitFor(young), platform.automation.waitFor(begun)]);
    await platform.change('operations', begun, { status: 'running', revision: 1 });
    await age(begun);
    await platform.runScheduled();
    expect([timesReceived(young), timesReceived(begun)]).toEqual([1, 1]);
  });

  it('sends many in one run', async () => {
    await platform.automation.goAway();
    const operator = platform.people.operator;
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) ids.push((await platform.signUp(`crowd-${n}`, operator)).operation.id);
    await Promise.all(ids.map(age));
    await platform.automation.comeBack();
    await platform.runScheduled();
    for (const id of ids) expect(timesReceived(id)).toBe(1);
  });

  it('keeps the operation of an operator in the same way', async () => {
    const { account, operation } = await platform.signUp('later-upgrade');
    await platform.change('operations', operation.id, { status: 'succeeded' });
    await platform.register(account.id);
    await platform.automation.goAway();
    const answer = await platform.call(`/v1/accounts/${account.id}/operations`, {
      method: 'POST',
      token: platform.people.operator,
      body: { kind: 'upgrade' },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(answer.status).toBe(202);
    const { id } = answer.body.operation as Shown;
    await age(id);
    await platform.automation.comeBack();
    await platform.runScheduled();
    expect((await platform.automation.waitFor(id)).body.kind).toBe('upgrade');
  });

  it('deletes old responses and signed messages, and keeps recent ones', async () => {
    const insert = (subject: string, key: string, ageMs: number) =>
      platform.database
        .prepare(`INSERT INTO idempotency_keys VALUES (?1, ?2, '', 202, '{}', ?3)`)
        .bind(subject, key, new Date(Date.now() - ageMs).toISOString())
        .run();
    const minute = 60_000;
    await insert('someone', 'old', 1_441 * minute);
    await insert('someone', 'young', 1_439 * minute);
    await insert('freehold:signed-messages', 'old', 1_441 * minute);
    await insert('freehold:signed-messages', 'young', 1_439 * minute);
    await platform.runScheduled();
    const { results } = await platform.database
      .prepare(`SELECT subject, key FROM idempotency_keys WHERE key IN ('old', 'young') ORDER BY subject`)
      .all();
    expect(results).toEqual([
      { subject: 'freehold:signed-messages', key: 'young' },
      { subject: 'someone', key: 'young' },
    ]);
  });
});
