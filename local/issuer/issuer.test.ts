import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEdge } from '../testing.ts';
import { serveIssuer } from './issuer-server.ts';

const secret = 'the-secret-of-this-test-issuer';
const directory = mkdtempSync(path.join(tmpdir(), 'issuer-'));
const audience = 'urn:freehold:account:acc-01';

let issuer: Awaited<ReturnType<typeof serveIssuer>>;
const failures: unknown[] = [];
const name = 'http://issuer.freehold.localhost';
const start = (port = 0) =>
  serveIssuer({ directory, name, port, secret, report: (error) => failures.push(error) });
beforeAll(async () => {
  issuer = await start();
});
afterAll(async () => {
  await issuer.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Restarts the issuer on the same port, and waits until keep-alive connections have been dropped. */
async function restart(): Promise<void> {
  const port = Number(new URL(issuer.url).port);
  await issuer.stop();
  issuer = await start(port);
  const status = () =>
    fetch(issuer.url).then(
      (answer) => answer.status,
      () => 0,
    );
  await expect.poll(status).toBeGreaterThan(0);
}

async function askToken(body: unknown, authorization = `Bearer ${secret}`): Promise<Response> {
  return await fetch(`${issuer.url}/dev/tokens`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function getToken(body: unknown): Promise<string> {
  return ((await (await askToken(body)).json()) as { accessToken: string }).accessToken;
}

async function verify(token: string, expectedAudience: string): Promise<JWTPayload> {
  const discovery = await fetch(`${issuer.url}/.well-known/openid-configuration`);
  const metadata = (await discovery.json()) as { issuer: string; jwks_uri: string };
  const { payload, protectedHeader } = await jwtVerify(
    token,
    createRemoteJWKSet(new URL(metadata.jwks_uri)),
    {
      issuer: metadata.issuer,
      audience: expectedAudience,
      algorithms: ['RS256'],
    },
  );
  expect(protectedHeader.typ).toBe('at+jwt');
  return payload;
}

describe('development tokens', () => {
  it('verify with the discovered keys and contain the requested claims', async () => {
    const token = await getToken({ email: 'Ada.Harbour@Harbourvale.example', audience, roles: ['operator'] });
    expect(await verify(token, audience)).toMatchObject({
      iss: name,
      email: 'ada.harbour@harbourvale.example',
      email_verified: true,
      name: 'Ada Harbour',
      roles: ['operator'],
    });
  });

  it('identify a person by a permanent subject, which is not the address', async () => {
    const subject = async () =>
      (await verify(await getToken({ email: 'same@firm.example', audience }), audience)).sub;
    const before = await subject();
    expect(before).not.toContain('same');
    await restart();
    expect(await subject()).toBe(before);
  });

  it('stay valid after a restart', async () => {
    const token = await getToken({ email: 'kept@firm.example', audience });
    await restart();
    expect(await verify(token, audience)).toMatchObject({ email: 'kept@firm.example' });
  });

  it('can be short-lived and expired', async () => {
    const answer = await askToken({ email: 'a@b.example', audience, ttlSeconds: 5 });
    expect(await answer.json()).toMatchObject({ expiresInSeconds: 5 });
    const expired = await getToken({ email: 'a@b.example', audience, ttlSeconds: -5 });
    await expect(verify(expired, audience)).rejects.toThrow('"exp"');
  });

  it('are refused without the secret, and for an invalid body', async () => {
    const body = { email: 'a@b.example', audience };
    expect((await askToken(body, 'Bearer wrong')).status).toBe(401);
    expect((await askToken({ ...body, audience: 'urn:other' })).status).toBe(400);
    expect((await askToken({ ...body, email: 'nobody' })).status).toBe(400);
    expect((await askToken({ ...body, sub: 'forged' })).status).toBe(400);
  });
});

describe('the sign-in page', () => {
  it('signs in the chosen user without consent, and returns a token for the requested resource', async () => {
    const browser = createBrowser();
    const redirectUri = 'http://127.0.0.1:4321/back';
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: 'freehold-console',
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid profile email offline_access',
      resource: audience,
      state: 'state',
      prompt: 'login',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const page = await browser(`${issuer.url}/auth?${query}`);
    expect(await page.answer.text()).toContain('operator@freehold.example');
    const form = new URLSearchParams({ email: 'operator@freehold.example' });
    const back = await browser(page.url, { method: 'POST', body: form });
    expect(back.url).toContain(`${redirectUri}?`);
    const tokens = await fetch(`${issuer.url}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: 'freehold-console',
        grant_type: 'authorization_code',
        code: new URL(back.url).searchParams.get('code') ?? '',
        redirect_uri: redirectUri,
        code_verifier: verifier,
      }),
    });
    const body = (await tokens.json()) as { access_token: string; id_token: string };
    const claims = await verify(body.access_token, audience);
    expect(claims).toMatchObject({ email: 'operator@freehold.example', roles: ['operator'] });
    expect(decodeJwt(body.id_token)).toMatchObject({ sub: claims.sub, aud: 'freehold-console' });
  });

  it('does not redirect to another machine', async () => {
    const query = new URLSearchParams({
      client_id: 'freehold-console',
      response_type: 'code',
      redirect_uri: 'http://evil.example/back',
      scope: 'openid',
    });
    const answer = await fetch(`${issuer.url}/auth?${query}`, { redirect: 'manual' });
    expect(answer.status).toBe(400);
  });

  it('is not served to a browser that did not start it', async () => {
    expect((await fetch(`${issuer.url}/sign-in/forged`)).status).toBe(400);
  });

  it('answers under its own name alone, so that no page of another site becomes of its origin', async () => {
    const { port } = new URL(issuer.url);
    const ask = (host: string) => askEdge(issuer.url, host, '/.well-known/openid-configuration');
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, new URL(name).host])
      expect((await ask(host)).status).toBe(200);
    for (const host of [
      `rebound.example:${port}`,
      `issuer.freehold.localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1.example:${port}`,
    ]) {
      expect((await ask(host)).status, host).toBe(421);
    }
  });
});

/** Follows redirects with cookies until they leave the issuer. */
function createBrowser() {
  const cookies = new Map<string, string>();
  return async (first: string, init: RequestInit = {}): Promise<{ url: string; answer: Response }> => {
    let url = first;
    let request = init;
    for (;;) {
      const answer = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null) return { url, answer };
      url = new URL(location, url).href;
      if (!url.startsWith(issuer.url)) return { url, answer };
      request = {};
    }
  };
}
