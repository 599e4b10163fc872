import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountAudience } from '../../../schema/factory/bindings.ts';
import { newId } from '../../../schema/model/ids.ts';
import { signPlatformToken } from '../../http/identity/platform-token.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { platformKeys } from '../../testing/platform-keys.ts';

describe('the maintenance of an account', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
  });
  afterAll(async () => {
    await account.stop();
    await issuer.stop();
  });

  const call = (token?: string) =>
    account.call('/internal/v1/maintenance', { method: 'POST', ...(token === undefined ? {} : { token }) });
  const platformToken = (audience = account.audience, atMs = Date.now(), key = platformKeys.signingKey) =>
    signPlatformToken({ signingKey: key, audience, nowMs: atMs });
  const setLease = (holder: string | null, expiresAtMs: number) =>
    account.database
      .prepare(
        `insert into maintenance_leases (name, holder, expires_at, requests) values ('maintenance', ?1, ?2, 0)
         on conflict (name) do update set holder = ?1, expires_at = ?2`,
      )
      .bind(holder, expiresAtMs)
      .run();
  const readLease = () =>
    account.database
      .prepare('select holder, requests from maintenance_leases')
      .first<{ holder: string | null; requests: number }>();

  it('runs for the platform and reports when it should be called again', async () => {
    const answer = await call(await platformToken());
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ ran: true, tasks: expect.any(Array) });
    expect(answer.body.nextInSeconds).toBeGreaterThan(0);
    expect(answer.body.nextInSeconds).toBeLessThanOrEqual(86_400);
    expect(await readLease()).toMatchObject({ holder: null });
  });

  it('leaves the work to an active run, and asks it for one more round', async () => {
    await setLease('somebody', Date.now() + 60_000);
    const before = await readLease();
    const answer = await call(await platformToken());
    expect(answer.body).toEqual({ ran: false, tasks: [], nextInSeconds: 60 });
    expect(await readLease()).toEqual({ holder: 'somebody', requests: (before?.requests ?? 0) + 1 });
    await setLease(null, 0);
  });

  it('continues after an interrupted run, once its lease has expired', async () => {
    await setLease('dead', Date.now() - 1);
    expect((await call(await platformToken())).body).toMatchObject({ ran: true });
  });

  it('gives the lease to one of many concurrent requests', async () => {
    const token = await platformToken();
    const answers = await Promise.all(Array.from({ length: 10 }, () => call(token)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(answers.some(({ body }) => body.ran === true)).toBe(true);
    expect(await readLease()).toMatchObject({ holder: null });
  });

  describe('refuses with 401', () => {
    it.each<[string, () => Promise<string | undefined>]>([
      ['a call without a token', async () => undefined],
      ['the token of a person', () => account.token()],
      ['a token for another account', () => platformToken(accountAudience(newId('acc', Date.now())))],
      ['a token that has expired', () => platformToken(account.audience, Date.now() - 180_000)],
      ['a token of the future', () => platformToken(account.audience, Date.now() + 600_000)],
      [
        'a token signed with another key',
        () => {
          const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
          const key = JSON.stringify(privateKey.export({ format: 'jwk' }));
          return platformToken(account.audience, Date.now(), key);
        },
      ],
      ['text that is not a token', async () => 'not.a.token'],
    ])('%s', async (_case, makeToken) => {
      const answer = await call(await makeToken());
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    });
  });

  it('does not accept the platform’s token on other routes', async () => {
    const answer = await account.call('/v1/me', { token: await platformToken() });
    expect(answer.status).toBe(401);
  });
});
