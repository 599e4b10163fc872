import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { dumpRows } from '../../testing/rows-of.ts';

/** Whether a value is one that a claim may have. */
function isOfType(claim: string, value: unknown): boolean {
  if (claim === 'roles') return Array.isArray(value) && value.every((role) => typeof role === 'string');
  if (claim === 'exp' || claim === 'iat') return typeof value === 'number';
  return claim === 'email_verified' && typeof value === 'boolean';
}

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

  it('refuses text that is not a token', () => expectRefused('not-a-token', 401, 'token-invalid'));

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

  const wrongTypes = [null, 7, true, ['ada'], { is: 'ada' }];
  const wrongClaims: readonly (readonly [string, unknown])[] = [
    ...wrongTypes.flatMap((value) =>
      ['sub', 'email', 'name', 'roles', 'exp', 'iat'].map((claim) => [claim, value] as const),
    ),
    ['sub', ''],
    ['sub', 'a'.repeat(256)],
    ['sub', 'ada\ud800'],
    ['sub', 'ada\u0000'],
    ['email', 'ada\ud800@firm.example'],
    ['email_verified', 1],
    ['email_verified', 'yes'],
    ['roles', 'operator'],
    ['roles', ['operator', null]],
  ];
  it.each(wrongClaims.filter(([claim, value]) => !isOfType(claim, value)))(
    'refuses a token whose %s is %j',
    async (claim, value) => {
      await expectRefused(await account.token({ claims: { [claim]: value } }), 401, 'token-invalid');
    },
  );

  it('accepts absent claims, and email_verified as text', async () => {
    const bare = await account.token({ claims: { email: undefined, name: undefined, roles: undefined } });
    expect((await account.call('/v1/me', { token: bare })).status).toBe(200);
    const administrator = await account.token();
    const invited = await account.call('/v1/users', {
      method: 'POST',
      token: administrator,
      body: { email: 'Grace@HarbourVale.example', name: 'Grace Hale' },
    });
    expect(invited.status).toBe(201);
    const grace = { subject: 'subject-of-grace', email: 'grace@harbourvale.example' };
    const unsaid = await account.token({ ...grace, claims: { email_verified: 'false' } });
    expect((await account.call('/v1/me', { token: unsaid })).status).toBe(403);
    const said = await account.token({ ...grace, claims: { email_verified: 'true' } });
    expect((await account.call('/v1/me', { token: said })).status).toBe(200);
  });

  it('does not give an invitation to a person whose address only looks like the invited one', async () => {
    const token = await account.token();
    const invite = (email: string) =>
      account.call('/v1/users', { method: 'POST', token, body: { email, name: 'Bea Kay' } });
    expect((await invite('bk2@firm.example')).status).toBe(201);
    for (const email of ['b\u212a2@firm.example', '\uff42k2@firm.example', 'b\u212a2@\ufb01rm.example']) {
      const taker = await account.token({ subject: `taker of ${email}`, email });
      expect((await account.call('/v1/me', { token: taker })).status, email).toBe(403);
      expect((await invite(email)).status, email).toBe(422);
    }
    const bea = await account.token({ subject: 'subject-of-bea', email: 'BK2@firm.example' });
    expect((await account.call('/v1/me', { token: bea })).status).toBe(200);
  });

  it('refuses a person who was not invited', async () => {
    const stranger = await account.token({ subject: 'stranger', email: 'stranger@elsewhere.example' });
    await expectRefused(stranger, 403, 'forbidden');
  });

  it('makes no one first administrator of an account that has users', async () => {
    await otherAccount.call('/v1/me', { token: await otherAccount.token() });
    await otherAccount.database.prepare("update users set body = json_set(body, '$.subject', 'gone')").run();
    const { status } = await otherAccount.call('/v1/me', {
      token: await otherAccount.token({ email: 'new@x.example' }),
    });
    expect(status).toBe(403);
  });

  it.each(['GET', 'HEAD'])('answers a %s that comes with content', async (method) => {
    const token = await account.token();
    for (const body of ['', '{"lastName":"Holloway"}']) {
      const headers = { 'content-length': String(body.length) };
      for (const path of ['/v1/me', '/v1/clients', '/livez', '/openapi.json']) {
        const answer = await account.call(path, { method, headers, body, token });
        expect([path, body, answer.status]).toEqual([path, body, 200]);
      }
    }
  });

  it('serves /livez and /readyz without a token', async () => {
    expect((await account.call('/livez')).body).toEqual({ status: 'ok', release: '0123456789abcdef' });
    expect((await account.call('/readyz')).status).toBe(200);
  });
});
