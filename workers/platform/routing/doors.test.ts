import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administratorDigest } from '../../testing/account-standing.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import type { ApiAnswer, ApiRequest } from '../../testing/api-client.ts';
import { startIssuer } from '../../testing/issuer.ts';
import { accountsAt, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

/** A real account behind a real platform, and its three doors. */
describe('the doors of an account', () => {
  let account: TestAccount;
  let platform: TestPlatform;
  let token: string;

  beforeAll(async () => {
    const issuer = await startIssuer();
    account = await startAccount(issuer, { isNew: true });
    platform = await startPlatform(accountsAt(account.url), undefined, issuer);
    token = await account.token();
    const row = {
      ...{ name: 'Harbour & Vale', slug: 'harbour', plan: 'standard', region: 'eu', status: 'provisioning' },
      ...{ placement: 'script', cell: 'default', routingEpoch: 1, version: 1, createdBy: 'subject-of-ada' },
    };
    await platform.database
      .prepare('insert into accounts (id, body) values (?1, ?2)')
      .bind(account.accountId, JSON.stringify(row))
      .run();
    await platform.register(account.accountId);
    const firstAdministrator = administratorDigest(issuer.url, 'subject-of-ada');
    await platform.change('accounts', account.accountId, { firstAdministrator });
    await platform.runScheduled();
  });
  afterAll(async () => {
    await account.stop();
    await platform.stop();
  });

  /** The same request at the platform's path, at the firm's host, and at the account's own host. */
  const atEachDoor = async (path: string, request: ApiRequest = {}): Promise<readonly ApiAnswer[]> => {
    const sent = { token, ...request };
    const host = `harbour.${platform.zone}`;
    return [
      await platform.call(`/a/harbour${path}`, sent),
      await platform.call(path, { ...sent, headers: { ...sent.headers, host } }),
      await account.call(path, sent),
    ];
  };
  /** Changes the row, and has the account told as the cron does. */
  const become = async (fields: Record<string, unknown>) => {
    await platform.change('accounts', account.accountId, fields);
    await platform.runScheduled();
  };
  const statuses = (answers: readonly ApiAnswer[]) => answers.map(({ status }) => status);
  const create = { method: 'POST', body: { lastName: 'Holloway' } };

  it('are open while it is active', async () => {
    expect(statuses(await atEachDoor('/v1/me'))).toEqual([200, 200, 200]);
    expect(statuses(await atEachDoor('/v1/clients', create))).toEqual([201, 201, 201]);
  });

  it.each([
    ['provisioning', 503],
    ['failed', 503],
    ['suspended', 403],
    ['offboarding', 403],
  ])(
    'say the same while it is %s, with the next request, and open with the next one after it',
    async (status, code) => {
      const [written] = await atEachDoor('/v1/clients', create);
      const headers = { 'x-d1-bookmark': written?.headers.get('x-d1-bookmark') ?? '' };
      await become({ status, statusReason: `It is ${status} for a reason.` });
      for (const answers of [
        await atEachDoor('/v1/clients'),
        await atEachDoor('/v1/clients', { ...create, headers }),
      ]) {
        expect(statuses(answers)).toEqual([code, code, code]);
        const [first, ...others] = answers.map(({ body }) => ({ ...body, instance: '' }));
        expect(first).toMatchObject({ detail: `It is ${status} for a reason.` });
        for (const other of others) expect(other).toEqual(first);
        expect(new Set(answers.map((answer) => answer.headers.get('retry-after'))).size).toBe(1);
      }
      await become({ status: 'active', statusReason: null });
      expect(statuses(await atEachDoor('/v1/clients', { ...create, headers }))).toEqual([201, 201, 201]);
    },
  );

  it('take no routing epoch from a caller at the platform', async () => {
    const headers = { 'x-freehold-epoch': '99' };
    expect(statuses(await atEachDoor('/v1/me', { headers }))).toEqual([200, 200, 421]);
  });

  describe('when the account has moved', () => {
    const count = async () => {
      const row = await account.database.prepare('select count(*) as n from clients').first<{ n: number }>();
      return row?.n ?? 0;
    };

    it('send a request again, once, when the account did not know its new epoch yet', async () => {
      const before = await count();
      await platform.change('accounts', account.accountId, { routingEpoch: 2 });
      const answer = await platform.call('/a/harbour/v1/clients', { token, ...create });
      expect([answer.status, await count()]).toEqual([201, before + 1]);
    });

    it('answer 503 with Retry-After when the account has a later epoch than the registry', async () => {
      const before = await count();
      await account.tell({ routingEpoch: 7 });
      const answer = await platform.call('/a/harbour/v1/clients', { token, ...create });
      expect([answer.status, answer.body.type]).toEqual([503, 'urn:freehold:problem:account-moving']);
      expect([answer.headers.get('retry-after'), await count()]).toEqual(['2', before]);
    });

    it('answer the same for a body that cannot be sent twice', async () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"lastName":"Holloway"}'));
          controller.close();
        },
      });
      const request = { method: 'POST', token, body, headers: { 'content-type': 'application/json' } };
      const answer = await platform.call('/a/harbour/v1/clients', request);
      expect([answer.status, answer.body.type]).toEqual([503, 'urn:freehold:problem:account-moving']);
    });

    it('are open again when both have the same epoch', async () => {
      await become({ routingEpoch: 8 });
      expect(statuses(await atEachDoor('/v1/me'))).toEqual([200, 200, 200]);
    });
  });

  it('are shut for good when it is offboarded: the platform knows no account by that name', async () => {
    await account.tell({ status: 'offboarded' });
    await platform.change('accounts', account.accountId, { status: 'offboarded' });
    const answers = await atEachDoor('/v1/clients');
    expect(statuses(answers)).toEqual([404, 404, 404]);
    const [first, ...others] = answers.map(({ body }) => ({ ...body, instance: '' }));
    for (const other of others) expect(other).toEqual(first);
  });
});
