import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { dumpRows } from '../../testing/rows-of.ts';

const EXAMPLE = { lastName: 'Holloway' };

describe('the account Worker', () => {
  let issuer: TestIssuer;
  let otherIssuer: TestIssuer;
  let account: TestAccount;
  let otherAccount: TestAccount;

  beforeAll(async () => {
    [issuer, otherIssuer] = await Promise.all([startIssuer(), startIssuer()]);
    account = await startAccount(issuer);
    otherAccount = await startAccount(issuer);
    await account.call('/v1/me', { token: await account.token() });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), otherAccount.stop(), issuer.stop(), otherIssuer.stop()]);
  });

  /** Sends a write and a read with a token that must not work, and checks that neither did anything. */
  async function expectRefused(token: string | undefined, status: number, type: string): Promise<void> {
    const before = await dumpRows(account.database);
    const attempts = [
      await account.call('/v1/clients', { ...(token === undefined ? {} : { token }) }),
      await account.call('/v1/clients', {
        method: 'POST',
        body: EXAMPLE,
        ...(token === undefined ? {} : { token }),
      }),
    ];
    for (const { status: given, headers, body, text } of attempts) {
      expect({ given, type: body.type }).toEqual({ given: status, type: `urn:freehold:problem:${type}` });
      expect(headers.get('content-type')).toBe('application/problem+json');
      if (status === 401) expect(headers.get('www-authenticate')).toMatch(/^Bearer realm="freehold"/);
      expect(text).not.toContain('items');
    }
    expect(await dumpRows(account.database)).toBe(before);
  }

  it('lets in the first administrator', async () => {
    const { status, body } = await account.call('/v1/me', { token: await account.token() });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      user: {
        email: 'ada@harbourvale.example',
        status: 'active',
        subject: 'subject-of-ada',
        accountId: account.accountId,
      },
      permissions: expect.arrayContaining(['account:admin', 'clients:write', 'privacy:erase']),
    });
  });

  it('refuses a request without a token', () => expectRefused(undefined, 401, 'token-missing'));

  it('refuses text that is no token', () => expectRefused('not-a-token', 401, 'token-invalid'));

  it('refuses a token for another account, at its own Worker', async () => {
    await expectRefused(await otherAccount.token(), 401, 'token-invalid');
  });

  it('refuses a token for the platform', async () => {
    await expectRefused(await account.token({ audience: 'urn:freehold:platform' }), 401, 'token-invalid');
  });

  it('refuses a token that has expired', async () => {
    await expectRefused(await account.token({ ttlSeconds: -60 }), 401, 'token-invalid');
  });

  it('refuses a token of another issuer, even one that claims to be ours', async () => {
    await expectRefused(await otherIssuer.token({ audience: account.audience }), 401, 'token-invalid');
    await expectRefused(
      await otherIssuer.token({ audience: account.audience, issuer: issuer.url }),
      401,
      'token-invalid',
    );
  });

  it('refuses a token without a signature (alg none)', async () => {
    const [, payload] = (await account.token()).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    await expectRefused(`${header}.${payload}.`, 401, 'token-invalid');
    await expectRefused(`${header}.${payload}.AAAA`, 401, 'token-invalid');
  });

  it('refuses a token signed with the public key as a shared secret (alg HS256)', async () => {
    const secret = new TextEncoder().encode(issuer.publicKeyText);
    await expectRefused(
      await issuer.forge({ audience: account.audience }, 'HS256', secret),
      401,
      'token-invalid',
    );
  });

  it('refuses a token signed with a key that the issuer does not publish', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    await expectRefused(
      await issuer.forge({ audience: account.audience }, 'ES256', privateKey),
      401,
      'token-invalid',
    );
  });

  it('refuses a token whose payload was changed', async () => {
    const [header, , signature] = (await account.token()).split('.');
    const [, payload] = (await account.token({ subject: 'somebody-else' })).split('.');
    await expectRefused(`${header}.${payload}.${signature}`, 401, 'token-invalid');
  });

  it('refuses an ID token', async () => {
    await expectRefused(await account.token({ header: { typ: 'JWT' } }), 401, 'token-invalid');
  });

  it('refuses a person whom nobody has invited', async () => {
    const stranger = await account.token({ subject: 'stranger', email: 'stranger@elsewhere.example' });
    await expectRefused(stranger, 403, 'forbidden');
  });

  it('lets nobody become first administrator of an account that has users', async () => {
    await otherAccount.call('/v1/me', { token: await otherAccount.token() });
    await otherAccount.database.prepare("update users set body = json_set(body, '$.subject', 'gone')").run();
    const { status } = await otherAccount.call('/v1/me', {
      token: await otherAccount.token({ email: 'new@x.example' }),
    });
    expect(status).toBe(403);
  });

  it('answers /livez and /readyz to everybody', async () => {
    expect((await account.call('/livez')).body).toEqual({ status: 'ok', release: '0123456789abcdef' });
    expect((await account.call('/readyz')).status).toBe(200);
  });
});
