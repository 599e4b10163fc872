import { randomUUID } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Shown, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

/** A Worker that returns the request, and can respond in every way that a proxy may get wrong. */
const accountWorker = `
let isReleased = false;
export default {
  async fetch(request) {
    const url = new URL(request.url);
    switch (url.pathname) {
      case '/internal/v1/standing': // As every account does, it says what it keeps.
      case '/v1/echo':
        return new Response(request.body, { headers: { 'content-type': 'application/octet-stream' } });
      case '/v1/created':
        return new Response('{}', { status: 201, headers: { location: '/v1/clients/cli-1', etag: '"1"' } });
      case '/v1/elsewhere':
        return new Response(null, { status: 302, headers: { location: 'https://login.example/' } });
      case '/v1/cookies': {
        const headers = new Headers({ 'keep-alive': 'timeout=5' });
        headers.append('set-cookie', 'a=1');
        headers.append('set-cookie', 'b=2');
        return new Response('ok', { headers });
      }
      case '/v1/zipped': {
        const body = new Response('zip me '.repeat(1000)).body.pipeThrough(new CompressionStream('gzip'));
        return new Response(body, { encodeBody: 'manual', headers: { 'content-encoding': 'gzip' } });
      }
      case '/v1/release':
        isReleased = true;
        return new Response('ok');
      case '/v1/slow': { // The second part is made when another request has released it.
        let n = 0;
        const body = new ReadableStream({
          async pull(controller) {
            controller.enqueue(new TextEncoder().encode('tick ' + n + '\\n'));
            if (++n === 2) return controller.close();
            while (!isReleased) await scheduler.wait(10);
          },
        });
        return new Response(body, { headers: { 'content-type': 'application/pdf' } });
      }
      case '/v1/broken':
        throw new Error('SECRET of the account');
      case '/v1/not-modified':
        return new Response(null, { status: 304, headers: { etag: '"7"' } });
      default:
        return Response.json(
          { method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body: await request.text() },
          { headers: { 'x-d1-bookmark': 'bookmark-of-the-account', 'cache-control': 'private' } },
        );
    }
  },
};`;

interface Echo {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

describe('requests for an account', () => {
  let platform: TestPlatform;
  let harbour: Shown;
  const workerHost = () => `${harbour.id}.${platform.accountsZone}`;
  beforeAll(async () => {
    platform = await startPlatform(accountWorker);
    harbour = (await platform.signUp('harbour')).account;
    await platform.register(harbour.id);
  });
  afterAll(() => platform.stop());

  /** A request as it is on the wire, with a Host and headers that fetch would not send. */
  const raw = (path: string, headers: Record<string, string>) =>
    new Promise<{ response: IncomingMessage; text: string }>((resolve, reject) => {
      const request = httpRequest(new URL(path, platform.url), { headers }, async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ response, text });
      });
      request.on('upgrade', () => reject(new Error('upgraded')));
      request.on('error', reject);
      request.end();
    });

  it.each(['GET', 'HEAD'])('reach its Worker without content when they are a %s', async (method) => {
    for (const body of ['', 'x'.repeat(300_000)]) {
      const headers = { 'content-length': String(body.length), 'content-type': 'text/plain' };
      for (const path of ['/a/harbour/v1/clients', '/livez', '/v1/accounts']) {
        const answer = await platform.call(path, { method, headers, body, token: platform.people.operator });
        expect([path, body.length, answer.status]).toEqual([path, body.length, 200]);
      }
      if (method === 'GET')
        expect((await platform.call('/a/harbour/v1/clients', { headers, body })).body.body).toBe('');
    }
  });

  it('reach its Worker by path, query included', async () => {
    const answer = await platform.call('/a/harbour/v1/clients?status=active&lastName[prefix]=Ho');
    const echo = answer.body as unknown as Echo;
    expect(answer.status).toBe(200);
    expect(echo.method).toBe('GET');
    expect(echo.url).toBe(`https://${workerHost()}/v1/clients?status=active&lastName[prefix]=Ho`);
    expect(echo.headers).toMatchObject({
      'x-forwarded-host': new URL(platform.url).host,
      'x-forwarded-proto': 'http',
      'x-forwarded-prefix': '/a/harbour',
    });
  });

  it('reach its Worker by host', async () => {
    const { text } = await raw('/v1/clients', { host: `harbour.${platform.zone}` });
    const echo = JSON.parse(text) as Echo;
    expect(echo.url).toBe(`https://${workerHost()}/v1/clients`);
    expect(echo.headers['x-forwarded-host']).toBe(`harbour.${platform.zone}`);
    expect(echo.headers).not.toHaveProperty('x-forwarded-prefix');
  });

  it('carry the caller’s own token, bookmark and preconditions, and bring the bookmark back', async () => {
    const headers = {
      authorization: 'Bearer token-of-the-caller',
      'x-d1-bookmark': '00000001-00000002-00000003-0123456789abcdef0123456789abcdef',
      'if-match': '"3"',
      'idempotency-key': 'k1',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    const answer = await platform.call('/a/harbour/v1/clients', { headers });
    expect((answer.body as unknown as Echo).headers).toMatchObject(headers);
    expect(answer.headers.get('x-d1-bookmark')).toBe('bookmark-of-the-account');
    expect(answer.headers.get('traceparent')).toBe(headers.traceparent);
    expect(answer.headers.get('cache-control')).toBe('private');
  });

  it('pass on a bookmark that the registry would refuse', async () => {
    const answer = await platform.call('/a/harbour/v1/x', { headers: { 'x-d1-bookmark': 'odd' } });
    expect(answer.status).toBe(200);
    expect((answer.body as unknown as Echo).headers['x-d1-bookmark']).toBe('odd');
  });

  it('lose the headers of the connection', async () => {
    const { text } = await raw('/a/harbour/v1', {
      connection: 'keep-alive, x-hop',
      'x-hop': '1',
      te: 'trailers',
      'proxy-authorization': 'Basic abc',
      'x-stays': '1',
    });
    const { headers } = JSON.parse(text) as Echo;
    expect(headers).toHaveProperty('x-stays');
    for (const name of ['connection', 'x-hop', 'te', 'proxy-authorization'])
      expect(headers).not.toHaveProperty(name);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('keep their method: %s', async (method) => {
    const answer = await platform.call('/a/harbour/v1/clients', { method, body: { lastName: 'Hale' } });
    expect(answer.body).toMatchObject({ method, body: '{"lastName":"Hale"}' });
  });

  it('keep a HEAD a HEAD', async () => {
    const answer = await platform.call('/a/harbour/v1/clients', { method: 'HEAD' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  it('carry bodies of many megabytes both ways, unchanged', async () => {
    const body = new Uint8Array(8_000_000).map((_, index) => index % 251);
    const answer = await platform.call('/a/harbour/v1/echo', {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/pdf' },
    });
    expect(answer.status).toBe(200);
    expect(Buffer.compare(answer.bytes, body)).toBe(0);
  });

  it('stream: the first bytes are here before the last ones are made', async () => {
    const response = await fetch(new URL('/a/harbour/v1/slow', platform.url));
    const chunks = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect(await chunks?.read()).toEqual({ done: false, value: 'tick 0\n' });
    expect((await platform.call('/a/harbour/v1/release')).status).toBe(200);
    expect(await chunks?.read()).toEqual({ done: false, value: 'tick 1\n' });
    expect((await chunks?.read())?.done).toBe(true);
  });

  it('bring back compressed answers that can be read, and every cookie', async () => {
    const zipped = await platform.call('/a/harbour/v1/zipped');
    expect(zipped.text).toBe('zip me '.repeat(1000));
    const cookies = await platform.call('/a/harbour/v1/cookies');
    expect(cookies.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('bring back statuses and entity tags as they are', async () => {
    const answer = await platform.call('/a/harbour/v1/not-modified');
    expect([answer.status, answer.headers.get('etag')]).toEqual([304, '"7"']);
  });

  it('bring back a Location that works where the caller is', async () => {
    const byPath = await platform.call('/a/harbour/v1/created', { method: 'POST', body: {} });
    expect(byPath.headers.get('location')).toBe('/a/harbour/v1/clients/cli-1');
    const byHost = await raw('/v1/created', { host: `harbour.${platform.zone}` });
    expect(byHost.response.headers.location).toBe('/v1/clients/cli-1');
    const elsewhere = await platform.call('/a/harbour/v1/elsewhere');
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([302, 'https://login.example/']);
  });

  it('are refused when they want another protocol', async () => {
    const { response, text } = await raw('/a/harbour/v1', { connection: 'upgrade', upgrade: 'websocket' });
    expect(response.statusCode).toBe(501);
    expect(JSON.parse(text)).toMatchObject({ type: 'urn:freehold:problem:upgrade-not-supported' });
  });

  it('get a problem without details when the Worker breaks', async () => {
    const answer = await platform.call('/a/harbour/v1/broken');
    expect(answer.status).toBe(502);
    expect(answer.body.type).toBe('urn:freehold:problem:account-unreachable');
    expect(answer.text).not.toContain('SECRET');
  });

  it.each([
    ['provisioning', 503, 'account-provisioning'],
    ['failed', 503, 'account-not-ready'],
    ['suspended', 403, 'account-suspended'],
    ['offboarding', 403, 'account-offboarding'],
    ['offboarded', 404, 'account-not-found'],
  ])('do not go through to an account that is %s', async (status, expected, code) => {
    const slug = `closed-${randomUUID().slice(0, 8)}`;
    const { account } = await platform.signUp(slug);
    await platform.register(account.id);
    expect((await platform.call(`/a/${slug}/v1`)).status).toBe(200);
    await platform.change('accounts', account.id, { status });
    const answer = await platform.call(`/a/${slug}/v1/clients`);
    expect(answer.status).toBe(expected);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({
      type: `urn:freehold:problem:${code}`,
      instance: `/a/${slug}/v1/clients`,
    });
    expect(answer.headers.has('retry-after')).toBe(expected === 503);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('traceparent')).toMatch(/^00-/);
  });

  it('answer 404 for an unused slug, well formed or not', async () => {
    for (const path of ['/a/nobody/v1', '/a/%00/v1', `/a/${'x'.repeat(500)}/v1`, '/a/HARBOUR/v1']) {
      expect((await platform.call(path)).status, path).toBe(404);
    }
    const byHost = await raw('/v1', { host: `nobody.${platform.zone}` });
    expect(byHost.response.statusCode).toBe(404);
    const deeper = await raw('/v1', { host: `a.harbour.${platform.zone}` });
    expect(deeper.response.statusCode).toBe(404);
  });

  it('go to the firm that has the slug now, not to the one that had it', async () => {
    const first = (await platform.signUp('handed-on')).account;
    await platform.register(first.id);
    await platform.change('accounts', first.id, { status: 'offboarded' });
    const second = (await platform.signUp('handed-on', platform.people.ben)).account;
    await platform.register(second.id);
    const answer = await platform.call('/a/handed-on/v1');
    expect((answer.body as unknown as Echo).url).toContain(second.id);
  });

  it('cannot reach the platform’s own routes under an account, nor leave the account', async () => {
    const internal = await platform.call('/a/harbour/internal/v1/operations/op-1', {
      method: 'PUT',
      body: {},
    });
    expect((internal.body as unknown as Echo).url).toBe(
      `https://${workerHost()}/internal/v1/operations/op-1`,
    );
    const twoSlashes = await platform.call('/a/harbour//evil.example/x');
    expect((twoSlashes.body as unknown as Echo).url).toBe(`https://${workerHost()}//evil.example/x`);
  });
});
