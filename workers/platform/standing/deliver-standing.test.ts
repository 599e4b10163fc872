import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountAudience } from '../../../schema/factory/bindings.ts';
import { plans } from '../../../schema/factory/settings.ts';
import type { Standing } from '../../../schema/factory/standing.ts';
import { administratorDigest } from '../../testing/account-standing.ts';
import { type InterruptibleServer, startLoopbackServer } from '../../testing/loopback-server.ts';
import { platformKeys } from '../../testing/platform-keys.ts';
import { accountsAt, type Shown, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';
import { type Account, toAccount } from '../accounts/account-view.ts';
import type { PlatformBindings } from '../bindings.ts';
import { deliverStanding, deliverStandingAhead } from './deliver-standing.ts';

/** The account that a token of the platform is for. */
function audienceOf(authorization = ''): string {
  const claims = decodeJwt(authorization.replace('Bearer ', ''));
  return String(claims.aud).replace(accountAudience(''), '');
}

describe('the standing of an account', () => {
  let accounts: InterruptibleServer;
  let platform: TestPlatform;
  /** What each account keeps, by its id, and what it was sent. */
  const kept = new Map<string, Standing>();
  const received: Standing[] = [];

  beforeAll(async () => {
    // Accounts that store their standing as the real ones do.
    accounts = await startLoopbackServer((request, text, response) => {
      if (request.url !== '/internal/v1/standing') return void response.end('{}');
      const accountId = audienceOf(request.headers.authorization);
      const sent = JSON.parse(text) as Standing;
      received.push(sent);
      const earlier = kept.get(accountId);
      if (earlier === undefined || earlier.revision < sent.revision) kept.set(accountId, sent);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(kept.get(accountId)));
    });
    platform = await startPlatform(accountsAt(accounts.origin));
  });
  beforeEach(async () => {
    await platform.runScheduled();
    received.length = 0;
  });
  afterAll(async () => {
    await platform.stop();
    await accounts.goAway();
  });

  const signUp = async (slug: string): Promise<Shown> =>
    (await platform.signUp(slug, platform.people.operator)).account;
  const registered = async (slug: string): Promise<Shown> => {
    const account = await signUp(slug);
    await platform.register(account.id);
    await platform.runScheduled();
    received.length = 0;
    return account;
  };
  const start = (slug: string, body: object) =>
    platform.call(`/v1/accounts/${slug}/operations`, {
      method: 'POST',
      token: platform.people.operator,
      body,
      headers: { 'idempotency-key': randomUUID() },
    });
  const report = async (operationId: string, status: string) => {
    const text = JSON.stringify({ revision: 1, status, steps: [], apiCalls: 1 });
    const path = `/internal/v1/operations/${operationId}`;
    const signature = new Webhook(platform.automation.secret).sign('m-1', new Date(), `PUT ${path}\n${text}`);
    const headers = {
      'webhook-id': 'm-1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': signature,
    };
    return await platform.call(path, { method: 'PUT', body: text, headers });
  };
  const delivery = (accountId: string) =>
    platform.database
      .prepare(
        'select wanted_revision as wanted, delivered_revision as delivered, failures from standing_deliveries where account_id = ?1',
      )
      .bind(accountId)
      .first<{ wanted: number; delivered: number; failures: number }>();
  const setDue = () => platform.database.prepare('update standing_deliveries set due_at = 0').run();

  it('contains what the row and the platform’s settings say', async () => {
    const account = await signUp('alder');
    await platform.runScheduled();
    expect(received).toEqual([]); // It has no Worker yet.
    await platform.register(account.id);
    await platform.runScheduled();
    const said = {
      revision: expect.any(Number),
      status: 'active',
      routingEpoch: 1,
      firstAdministrator: administratorDigest(platform.issuer.url, 'subject-of-olga'),
      issuers: [platform.issuer.url],
      audiences: [accountAudience(account.id)],
      plan: 'standard',
      limits: plans.standard,
    };
    // Once before its row says that it is active, and once after that.
    expect(received).toEqual([said, said]);
    await platform.runScheduled();
    expect(received).toHaveLength(2);
  });

  it('reaches the account before the operation that the account is registered by is seen to have ended', async () => {
    const { account, operation } = await platform.signUp('aspen', platform.people.operator);
    await platform.register(account.id);
    expect((await report(operation.id, 'succeeded')).status).toBe(200);
    expect(kept.get(account.id)).toMatchObject({ status: 'active' });
  });

  it('reaches the account before the response to the request that closes it', async () => {
    const account = await registered('birch');
    const before = kept.get(account.id)?.revision ?? 0;
    expect((await start('birch', { kind: 'offboard', confirm: 'birch' })).status).toBe(202);
    expect(kept.get(account.id)).toMatchObject({ status: 'offboarding' });
    expect(kept.get(account.id)?.revision).toBeGreaterThan(before);
  });

  it('contains the reason of a suspension, and a new plan', async () => {
    const account = await registered('cedar');
    await platform.change('accounts', account.id, {
      status: 'suspended',
      statusReason: 'Unpaid.',
      plan: 'plus',
    });
    await platform.runScheduled();
    expect(kept.get(account.id)).toMatchObject({
      status: 'suspended',
      reason: 'Unpaid.',
      plan: 'plus',
      limits: plans.plus,
    });
  });

  it('is not sent when the row changes in other fields', async () => {
    const account = await registered('cherry');
    await platform.change('accounts', account.id, { name: 'Cherry & Co', release: 'f'.repeat(16) });
    await platform.runScheduled();
    expect(received).toEqual([]);
  });

  it('is delivered later to an account that was away, without delaying the request or other accounts', async () => {
    const account = await registered('elm');
    const other = await registered('fir');
    await accounts.goAway();
    expect((await start('elm', { kind: 'offboard', confirm: 'elm' })).status).toBe(202);
    expect(await delivery(account.id)).toMatchObject({ failures: 1 });
    await platform.change('accounts', other.id, { status: 'suspended' });
    await platform.runScheduled();
    await accounts.comeBack();
    await setDue();
    await platform.runScheduled();
    expect(kept.get(account.id)).toMatchObject({ status: 'offboarding' });
    expect(kept.get(other.id)).toMatchObject({ status: 'suspended' });
    const { wanted, delivered, failures } = (await delivery(account.id)) ?? {};
    expect([delivered, failures]).toEqual([wanted, 0]);
  });

  it('gets a revision above the stored one after the registry was restored to an earlier time', async () => {
    const account = await registered('hazel');
    const known = kept.get(account.id) as Standing;
    kept.set(account.id, { ...known, revision: 70, status: 'offboarded' });
    await platform.change('accounts', account.id, { routingEpoch: 2 });
    await platform.runScheduled();
    expect(kept.get(account.id)).toMatchObject({ status: 'active', routingEpoch: 2, revision: 71 });
    kept.set(account.id, { ...known, revision: 72, status: 'offboarded' });
    await platform.change('accounts', account.id, { routingEpoch: 3 });
    await platform.runScheduled();
    expect(kept.get(account.id)).toMatchObject({ status: 'active', routingEpoch: 3, revision: 73 });
  });

  it('is sent to every account again when the platform’s own settings change', async () => {
    const both = [await registered('larch'), await registered('maple')];
    // As after an update of the platform's Worker with another issuer.
    await platform.database.prepare("update standing_deliveries set basis = 'of-another-issuer'").run();
    const before = both.map(({ id }) => kept.get(id)?.revision ?? 0);
    await platform.runScheduled();
    for (const [index, { id }] of both.entries())
      expect(kept.get(id)?.revision).toBeGreaterThan(before[index] ?? 0);
  });

  it('is not sent to an offboarded account', async () => {
    const account = await registered('oak');
    await platform.change('accounts', account.id, { status: 'offboarded' });
    await platform.runScheduled();
    expect([received, await delivery(account.id)]).toEqual([[], null]);
  });

  describe('told ahead of the row', () => {
    const bindings = () =>
      ({
        DB: platform.database,
        ISSUER: platform.issuer.url,
        PLATFORM_SIGNING_KEY: platformKeys.signingKey,
      }) as unknown as PlatformBindings;
    /** The row as its registration will make it. */
    const registration = async (accountId: string): Promise<Account> => {
      const { body } = (await platform.database
        .prepare('select body from accounts where id = ?1')
        .bind(accountId)
        .first<{ body: string }>()) ?? { body: '{}' };
      return { ...toAccount({ id: accountId, body }), status: 'active', workerUrl: accounts.origin };
    };

    it('is there before the account counts as active, and is followed by what the row says then', async () => {
      const { id } = await signUp('pine');
      expect(await deliverStandingAhead(bindings(), await registration(id), Date.now())).toEqual({
        kind: 'delivered',
      });
      const ahead = kept.get(id);
      expect(ahead).toMatchObject({ status: 'active' });
      await platform.change('accounts', id, { status: 'active', workerUrl: accounts.origin });
      expect(await deliverStanding(bindings(), id, Date.now())).toEqual({ kind: 'delivered' });
      expect(kept.get(id)).toMatchObject({ status: 'active' });
      expect(kept.get(id)?.revision).toBeGreaterThan(ahead?.revision ?? 0);
    });

    it('is replaced by what the row says when the row does not change', async () => {
      const { id } = await signUp('poplar');
      await platform.change('accounts', id, { workerUrl: accounts.origin });
      await deliverStandingAhead(bindings(), await registration(id), Date.now());
      expect(kept.get(id)).toMatchObject({ status: 'active' });
      await setDue();
      await platform.runScheduled();
      expect(kept.get(id)).toMatchObject({ status: 'provisioning' });
    });

    it('fails when the account cannot be reached', async () => {
      const { id } = await signUp('rowan');
      await accounts.goAway();
      const outcome = await deliverStandingAhead(bindings(), await registration(id), Date.now());
      await accounts.comeBack();
      expect(outcome.kind).toBe('failed');
    });
  });
});
