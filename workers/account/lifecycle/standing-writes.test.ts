import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountAudience } from '../../../schema/factory/bindings.ts';
import type { Standing } from '../../../schema/factory/standing.ts';
import { newId } from '../../../schema/model/ids.ts';
import { signPlatformToken } from '../../http/identity/platform-token.ts';
import { activeStanding } from '../../testing/account-standing.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { platformKeys } from '../../testing/platform-keys.ts';

const PATH = '/internal/v1/standing';

describe('the standing of an account', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let first: Standing;
  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { isNew: true });
    first = activeStanding(account.accountId, issuer.url, 'subject-of-ada');
  });
  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  const put = async (standing: unknown, signed = JSON.stringify(standing)) =>
    await account.call(PATH, {
      method: 'PUT',
      token: await account.platformToken(signed),
      body: JSON.stringify(standing),
    });
  const read = async () => await account.call(PATH, { token: await account.platformToken() });

  it('is not there at first: every request of a person is answered that the account is being set up', async () => {
    expect((await read()).body).toMatchObject({ type: 'urn:freehold:problem:standing-missing', status: 404 });
    const token = await account.token();
    for (const request of [
      { path: '/v1/me', token },
      { path: '/v1/me' },
      { path: '/v1/clients', token, method: 'POST', body: { lastName: 'Hale' } },
      { path: '/v1/unicorns' },
      { path: '/readyz' },
    ]) {
      const { status, body, headers } = await account.call(request.path, request);
      expect([status, body.type], request.path).toEqual([503, 'urn:freehold:problem:account-provisioning']);
      expect(headers.get('retry-after')).toBe('2');
    }
    for (const open of ['/livez', '/openapi.json', '/docs'])
      expect((await account.call(open)).status, open).toBe(200);
    const maintenance = { method: 'POST', token: await account.platformToken() };
    expect((await account.call('/internal/v1/maintenance', maintenance)).status).toBe(503);
  });

  it('is taken from the platform, and decides who the first administrator is', async () => {
    const answer = await put(first);
    expect([answer.status, answer.body]).toEqual([200, first]);
    expect((await read()).body).toEqual(first);
    expect((await account.call('/readyz')).status).toBe(200);
    const stranger = await account.token({ subject: 'subject-of-ben', email: 'ben@harbourvale.example' });
    expect((await account.call('/v1/me', { token: stranger })).status).toBe(403);
    const me = await account.call('/v1/me', { token: await account.token() });
    expect(me.body).toMatchObject({ user: { subject: 'subject-of-ada' } });
  });

  it('leaves an event in the audit trail with the names of what changed', async () => {
    await put({ ...first, revision: 2, reason: 'As agreed.', routingEpoch: 1 });
    const token = await account.token();
    const { body } = await account.call('/v1/audit-events?collection=standing', { token });
    expect(body.items).toMatchObject([
      { action: 'set', actorId: 'system', rowVersion: 1 },
      { action: 'set', actorId: 'system', rowVersion: 2, changedFields: ['reason', 'revision'] },
    ]);
    const [one, two] = body.items as readonly Record<string, unknown>[];
    expect(two?.before).toBe(one?.after);
  });

  it('stays as it is when it is written again or an older one arrives, and the answer says what is stored', async () => {
    const second = { ...first, revision: 2, reason: 'As agreed.' };
    const events = async () =>
      (await account.database.prepare('select count(*) as n from audit_events').first<{ n: number }>())?.n;
    const before = await events();
    for (const late of [
      second,
      first,
      { ...first, status: 'offboarded' },
      { ...second, status: 'suspended' },
    ]) {
      const answer = await put(late);
      expect([answer.status, answer.body]).toEqual([200, second]);
    }
    expect(await events()).toBe(before);
    expect((await account.call('/v1/me', { token: await account.token() })).status).toBe(200);
  });

  it('is the one with the highest revision when many arrive at once', async () => {
    const revisions = [3, 9, 4, 8, 5, 7, 6];
    const answers = await Promise.all(revisions.map((revision) => put({ ...first, revision })));
    expect(answers.map(({ status }) => status)).toEqual(revisions.map(() => 200));
    expect((await read()).body.revision).toBe(9);
  });

  describe('is refused, and not written,', () => {
    const next = () => ({ ...first, revision: 50, status: 'suspended' });
    const sign = (options: Partial<Parameters<typeof signPlatformToken>[0]>) =>
      signPlatformToken({
        ...{ signingKey: platformKeys.signingKey, audience: account.audience, nowMs: Date.now() },
        body: JSON.stringify(next()),
        ...options,
      });

    it.each<[string, () => Promise<string | undefined>]>([
      ['without a token', async () => undefined],
      ['with the token of a person', () => account.token()],
      [
        'when it was signed for another account',
        () => sign({ audience: accountAudience(newId('acc', Date.now())) }),
      ],
      ['when its body was altered', () => sign({ body: JSON.stringify({ ...next(), status: 'active' }) })],
      ['with a token for a call without a body', () => account.platformToken()],
      ['with a token that has expired', () => sign({ nowMs: Date.now() - 180_000 })],
    ])('%s', async (_case, makeToken) => {
      const before = (await read()).body;
      const token = await makeToken();
      const answer = await account.call(PATH, {
        method: 'PUT',
        body: next(),
        ...(token === undefined ? {} : { token }),
      });
      expect(answer.status).toBe(401);
      expect((await read()).body).toEqual(before);
    });

    it.each([
      ['a status that does not exist', { status: 'paused' }, '#/status'],
      ['a revision below 1', { revision: 0 }, '#/revision'],
      ['an issuer that is not an http address', { issuers: ['file:///etc/passwd'] }, '#/issuers/0'],
      ['a field that it does not know', { shoeSize: 43 }, '#/shoeSize'],
    ])('when it has %s', async (_case, fields, pointer) => {
      const answer = await put({ ...next(), ...fields });
      expect([answer.status, answer.body.errors]).toEqual([422, [expect.objectContaining({ pointer })]]);
    });
  });

  it('is shown to the platform alone', async () => {
    expect((await account.call(PATH)).status).toBe(401);
    expect((await account.call(PATH, { token: await account.token() })).status).toBe(401);
  });
});
