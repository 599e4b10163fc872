import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../schema/model/ids.ts';
import { type Shown, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';
import { CLAIM_MS } from './run-due-maintenance.ts';

// Responds as accounts do, or as `behaviour` says for an account id; records each call with its token.
const accountCode = `
let behaviour = {};
const calls = [];
export default {
  async fetch(request) {
    const url = new URL(request.url);
    if (url.pathname === '/test/behaviour') { behaviour = await request.json(); return new Response(); }
    if (url.pathname === '/test/calls') return Response.json(calls.splice(0));
    if (url.pathname === '/internal/v1/standing') return new Response(request.body);
    const accountId = url.hostname.split('.')[0];
    const { status = 200, body = { nextInSeconds: 3600 }, within, waitMs = 0 } = behaviour[accountId] ?? {};
    if (url.pathname === '/internal/v1/maintenance') {
      calls.push({ accountId, method: request.method, authorization: request.headers.get('authorization') });
      await scheduler.wait(waitMs);
      return Response.json(body, { status });
    }
    return Response.json({}, { headers: within === undefined ? {} : { 'freehold-maintenance-within': within } });
  },
};`;

interface Call {
  readonly accountId: string;
  readonly method: string;
  readonly authorization: string;
}

describe('the maintenance of due accounts', () => {
  let platform: TestPlatform;
  const accounts: Shown[] = [];
  beforeAll(async () => {
    platform = await startPlatform(accountCode);
    for (const slug of ['alder', 'birch', 'cedar', 'dogwood']) {
      const { account } = await platform.signUp(slug, platform.people.operator);
      accounts.push(account);
    }
  });
  afterAll(() => platform.stop());

  const ids = () => accounts.map(({ id }) => id);
  const [alder, birch, cedar, dogwood] = [0, 1, 2, 3].map((index) => () => accounts[index]?.id ?? '') as [
    () => string,
    () => string,
    () => string,
    () => string,
  ];
  const through = (slug: string, path: string, body?: unknown) =>
    platform.call(`/a/${slug}${path}`, { method: 'POST', body: body ?? {} });
  const behave = (behaviour: object) => through('alder', '/test/behaviour', behaviour);
  const calls = async () => (await through('alder', '/test/calls')).body as unknown as readonly Call[];
  const called = async () => (await calls()).map(({ accountId }) => accountId).sort();
  const dueAt = async (accountId: string) =>
    await platform.database
      .prepare('select due_at, failures from account_maintenance where account_id = ?1')
      .bind(accountId)
      .first<{ due_at: number; failures: number }>();
  const setDue = (dueAtMs: number, accountId?: string) =>
    platform.database
      .prepare('update account_maintenance set due_at = ?1 where account_id = coalesce(?2, account_id)')
      .bind(dueAtMs, accountId ?? null)
      .run();
  const restMs = async (accountId: string) => ((await dueAt(accountId))?.due_at ?? 0) - Date.now();

  beforeEach(async () => {
    for (const id of ids()) await platform.register(id);
    await behave({});
    await calls();
    await setDue(0);
  });

  it('starts when an account becomes active, continues while it is suspended, and ends when it leaves', async () => {
    const { account } = await platform.signUp('elm', platform.people.operator);
    expect(await dueAt(account.id)).toBeNull();
    await platform.register(account.id);
    expect(await dueAt(account.id)).toMatchObject({ due_at: 0 });
    await setDue(Date.now() + 3_600_000, account.id);
    await platform.change('accounts', account.id, { status: 'suspended' });
    expect(await dueAt(account.id)).toMatchObject({ due_at: 0 });
    await platform.change('accounts', account.id, { status: 'offboarding' });
    expect(await dueAt(account.id)).toBeNull();
  });

  it('calls every account that is due with a token for it alone, and then as late as it says', async () => {
    await behave({ [birch()]: { body: { nextInSeconds: 120 } } });
    await platform.runScheduled();
    const received = await calls();
    expect(received.map(({ accountId }) => accountId).sort()).toEqual(ids().sort());
    for (const { accountId, method, authorization } of received) {
      expect(method).toBe('POST');
      const [, payload = ''] = authorization.replace('Bearer ', '').split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
      expect(claims).toMatchObject({
        iss: 'urn:freehold:platform',
        aud: `urn:freehold:account:${accountId}`,
      });
      expect(claims.exp - claims.iat).toBe(60);
    }
    expect(Math.round((await restMs(birch())) / 60_000)).toBe(2);
    expect(Math.round((await restMs(alder())) / 60_000)).toBe(60);
    await platform.runScheduled();
    expect(await calls()).toEqual([]);
  });

  it('never calls in a tight loop, nor forgets an account for more than a day', async () => {
    await behave({
      [alder()]: { body: { nextInSeconds: 0 } },
      [birch()]: { body: { nextInSeconds: 1e12 } },
    });
    await platform.runScheduled();
    expect((await called()).filter((id) => id === alder())).toHaveLength(1);
    expect(await restMs(alder())).toBeGreaterThan(20_000);
    expect(await restMs(birch())).toBeLessThanOrEqual(86_400_000);
  });

  it('calls a failing account less and less often, and the others as usual', async () => {
    await behave({ [alder()]: { status: 500 }, [birch()]: { body: 'nonsense' } });
    await platform.runScheduled();
    expect(await called()).toEqual(ids().sort());
    expect(await dueAt(alder())).toMatchObject({ failures: 1 });
    expect(await dueAt(birch())).toMatchObject({ failures: 1 });
    expect(Math.round((await restMs(alder())) / 60_000)).toBe(1);
    await setDue(0, alder());
    await platform.runScheduled();
    expect(await dueAt(alder())).toMatchObject({ failures: 2 });
    expect(Math.round((await restMs(alder())) / 60_000)).toBe(2);
    await behave({});
    await setDue(0, alder());
    await platform.runScheduled();
    expect(await dueAt(alder())).toMatchObject({ failures: 0 });
  });

  it('does not call an account twice when two runs overlap', async () => {
    await behave(Object.fromEntries(ids().map((id) => [id, { waitMs: 300, body: { nextInSeconds: 3600 } }])));
    await Promise.all([platform.runScheduled(), platform.runScheduled()]);
    expect(await called()).toEqual(ids().sort());
  });

  it('calls an account again whose run was interrupted', async () => {
    await setDue(Date.now() + 60_000);
    await setDue(Date.now() - CLAIM_MS, cedar());
    await platform.runScheduled();
    expect(await called()).toEqual([cedar()]);
  });

  it('calls many more accounts in one run than it claims at once, longest overdue first', async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => newId('acc', 1_000_000 + index));
    await platform.database.batch(
      crowd.map((id) =>
        platform.database
          .prepare(
            `insert into accounts (id, body) values (?1, json_object(
              'status', 'provisioning', 'slug', ?1, 'plan', 'standard', 'routingEpoch', 1))`,
          )
          .bind(id),
      ),
    );
    await platform.database
      .prepare(
        `update accounts set body = json_set(body, '$.status', 'active', '$.workerUrl', 'https://' || id || ?1)
          where id like 'acc-000000%'`,
      )
      .bind(`.${platform.accountsZone}`)
      .run();
    // Nothing but their maintenance is due.
    await platform.database.prepare('delete from standing_deliveries').run();
    for (const [index, id] of [...crowd].reverse().entries()) await setDue(1_000_000 + index, id);
    await setDue(Date.now() + 3_600_000, alder());
    await platform.runScheduled();
    const received = (await calls()).map(({ accountId }) => accountId).filter((id) => crowd.includes(id));
    expect(received).toHaveLength(60);
    // The first take holds the three other accounts too, which are due since ever.
    expect(new Set(received.slice(0, 22))).toEqual(new Set([...crowd].reverse().slice(0, 22)));
    await platform.database
      .prepare(`delete from account_maintenance where account_id <= ?1`)
      .bind(crowd.at(-1))
      .run();
  });

  describe('reads in the responses that it passes on', () => {
    it('that an account asks to be called soon, and removes the header', async () => {
      await setDue(Date.now() + 3_600_000);
      await behave({ [birch()]: { within: '45' } });
      const answer = await through('birch', '/v1/clients');
      expect(answer.headers.has('freehold-maintenance-within')).toBe(false);
      await expect.poll(async () => Math.round((await restMs(birch())) / 1000)).toBeLessThanOrEqual(45);
      expect(await restMs(alder())).toBeGreaterThan(3_000_000);
    });

    it('and never delays a call for that', async () => {
      await setDue(Date.now() + 5_000, cedar());
      await behave({ [cedar()]: { within: '600' } });
      await through('cedar', '/v1/clients');
      // What a later answer says is heard after what this one said.
      await setDue(Date.now() + 3_600_000, dogwood());
      await behave({ [dogwood()]: { within: '45' } });
      await through('dogwood', '/v1/clients');
      await expect.poll(() => restMs(dogwood())).toBeLessThanOrEqual(45_000);
      expect(await restMs(cedar())).toBeLessThan(6_000);
    });
  });
});
