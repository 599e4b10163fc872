import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, operationEnded, request, signUp, tokenFor } from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { requestWithHost } from '../../harness/raw-request.ts';
import { mintToken } from '../../harness/secrets.ts';
import { accountAudience } from '../../schema/factory/bindings.ts';

const BEN = 'ben@millbrook.example';

describe('a token', () => {
  const factory = new Factory();
  const accountIds = new Map<string, string>();
  let adaAtHarbourvale: string;
  let ben: string;
  let otherIssuer: Server;

  beforeAll(async () => {
    await factory.start();
    const ada = await tokenFor(factory, ADA);
    ben = await tokenFor(factory, BEN);
    await Promise.all(
      [
        [ada, 'harbourvale'],
        [ben, 'millbrook'],
      ].map(async ([token, slug]) => {
        const answer = await signUp(factory, token as string, slug as string);
        const operation = await operationEnded(factory, token as string, answer.body.operation.id);
        expect(operation.status, operation.reason).toBe('succeeded');
        accountIds.set(slug as string, answer.body.account.id);
      }),
    );
    adaAtHarbourvale = await tokenFor(factory, ADA, { account: 'harbourvale' });
    otherIssuer = createServer().listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    otherIssuer.close();
    await factory.remove();
  });

  it('is accepted by the account that it names', async () => {
    const answer = await request(clientsOf('harbourvale'), { token: adaAtHarbourvale });
    expect(answer.status, answer.text).toBe(200);
  });

  it('is refused at the URL of another account', async () => {
    expectRefusal(await request(clientsOf('millbrook'), { token: adaAtHarbourvale }));
  });

  it('is refused at the Worker of another account directly', async () => {
    const host = `${accountIds.get('millbrook')}.${factory.endpoints.accountsZone}`;
    const answer = await requestWithHost(factory.endpoints.edge, host, '/v1/clients', {
      token: adaAtHarbourvale,
    });
    expect([401, 403]).toContain(answer.status);
    expect(answer.text).not.toContain('items');
  });

  it('is refused when its person does not belong to the firm', async () => {
    const token = await mintToken(factory, { email: BEN, audience: audienceOf('harbourvale') });
    const refused = await request(clientsOf('harbourvale'), { token });
    expectRefusal(refused);
    expect(refused.status).toBe(403);
    const own = await mintToken(factory, { email: BEN, audience: audienceOf('millbrook') });
    expect((await request(clientsOf('millbrook'), { token: own })).status).toBe(200);
  });

  it('is required', async () => {
    const answer = await request(clientsOf('harbourvale'));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('is refused without a signature', async () => {
    const [, payload] = adaAtHarbourvale.split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    expectRefusal(await request(clientsOf('harbourvale'), { token: `${header}.${payload}.` }));
  });

  it('is refused when it is signed with the public key as a shared secret', async () => {
    const [, payload] = adaAtHarbourvale.split('.');
    const configuration = await request<{ jwks_uri: string }>(
      `${factory.endpoints.issuer}/.well-known/openid-configuration`,
    );
    const keys = await request(configuration.body.jwks_uri);
    const claims = JSON.parse(Buffer.from(payload as string, 'base64url').toString('utf8'));
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .sign(new TextEncoder().encode(keys.text));
    expectRefusal(await request(clientsOf('harbourvale'), { token: forged }));
  });

  it('is refused when another issuer signed it, even with correct claims', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'other', alg: 'RS256' };
    const issuer = `http://127.0.0.1:${(otherIssuer.address() as AddressInfo).port}`;
    otherIssuer.on('request', (incoming, outgoing) => {
      outgoing.setHeader('content-type', 'application/json');
      outgoing.end(
        JSON.stringify(
          incoming.url?.includes('openid') ? { issuer, jwks_uri: `${issuer}/jwks` } : { keys: [jwk] },
        ),
      );
    });
    const claims = JSON.parse(
      Buffer.from(adaAtHarbourvale.split('.')[1] as string, 'base64url').toString('utf8'),
    );
    for (const iss of [issuer, claims.iss]) {
      const token = await new SignJWT({ ...claims, iss })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'other', jku: `${issuer}/jwks` })
        .sign(privateKey);
      expectRefusal(await request(clientsOf('harbourvale'), { token }));
    }
  });

  it('is refused once it has expired', async () => {
    const ada = { email: ADA, audience: audienceOf('harbourvale') };
    const good = await mintToken(factory, { ...ada, ttlSeconds: 60 });
    expect((await request(clientsOf('harbourvale'), { token: good })).status).toBe(200);
    // Signed with the same key, and expired for longer than clocks may differ.
    const expired = await mintToken(factory, { ...ada, ttlSeconds: -60 });
    const refused = await request(clientsOf('harbourvale'), { token: expired });
    expectRefusal(refused);
    expect(refused.status).toBe(401);
  });

  it('writes nothing when it is refused', async () => {
    const refused = await request(clientsOf('harbourvale'), {
      method: 'POST',
      token: ben,
      headers: { 'idempotency-key': randomUUID() },
      body: { reference: 'X-1', status: 'active', firstName: 'Never', lastName: 'Written' },
    });
    expectRefusal(refused);
    const list = await request<{ items: unknown[] }>(clientsOf('harbourvale'), { token: adaAtHarbourvale });
    expect(list.body.items).toEqual([]);
  });

  it('of an account is refused by the platform', async () => {
    expectRefusal(await request(`${factory.endpoints.platform}/v1/accounts`, { token: adaAtHarbourvale }));
  });

  function audienceOf(slug: string) {
    return accountAudience(accountIds.get(slug) as string);
  }

  function clientsOf(slug: string) {
    return `${factory.endpoints.edge}/a/${slug}/v1/clients`;
  }

  function expectRefusal(answer: {
    status: number;
    headers: Headers;
    text: string;
    body: Record<string, unknown>;
  }) {
    expect([401, 403], answer.text).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).not.toHaveProperty('items');
    expect(answer.text).not.toMatch(/JWS|signature verification|node_modules/);
  }
});
