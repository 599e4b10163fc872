import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type LoopbackServer, listenOnLoopback } from '../../system/loopback-server.ts';
import { drainTimeoutMs } from '../storage/instance.ts';
import { askEdge, startTestCloud, type TestCloud } from '../testing.ts';

const host = 'worker.freehold.localhost';

const worker = `
const encoder = new TextEncoder();
let count = 0;
export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    if (url.pathname === '/crash') throw new Error('private detail');
    if (url.pathname === '/echo') return new Response(request.body, { headers: { 'x-method': request.method } });
    if (url.pathname === '/length') {
      const length = request.headers.get('content-length');
      return new Response(request.body, { headers: { 'content-length': length, 'x-received-length': length } });
    }
    if (url.pathname === '/refuse') return new Response('too large', { status: 413 });
    if (url.pathname === '/cookies') {
      const headers = new Headers();
      headers.append('set-cookie', 'a=1'); headers.append('set-cookie', 'b=2');
      return new Response(null, { status: 204, headers });
    }
    if (url.pathname === '/redirect') return Response.redirect('https://elsewhere.example/', 302);
    if (url.pathname === '/out') {
      const answer = await fetch(url.searchParams.get('to'), { method: request.method, body: request.body, redirect: 'manual' });
      return new Response(answer.body, { status: answer.status, headers: answer.headers });
    }
    if (url.pathname === '/count') {
      if (request.method === 'POST') count += 1;
      return new Response(String(count));
    }
    if (url.pathname === '/events') {
      // One event for each chunk of the request, so that the test decides when an event happens.
      const events = new TransformStream({
        transform: (chunk, controller) =>
          controller.enqueue(encoder.encode('data: ' + new TextDecoder().decode(chunk) + '\\n\\n')),
      });
      const headers = { 'content-type': 'text/event-stream' };
      return new Response(request.body.pipeThrough(events), { headers });
    }
    return Response.json({ name: env.NAME, url: request.url, cf: request.cf, headers: Object.fromEntries(request.headers) });
  },
};`;

let cloud: TestCloud;
let outside: LoopbackServer;
let outsideUrl: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  const serve = async (name: string, hostname: string): Promise<void> => {
    await cloud.upload(name, worker, { bindings: [{ type: 'plain_text', name: 'NAME', text: name }] });
    await cloud.call('PUT', '/accounts/{account}/workers/domains', { hostname, service: name });
  };
  await serve('worker', host);
  await serve('apex', 'freehold.localhost');
  await serve('other', 'other.freehold-accounts.localhost');
  const routes = `/zones/${cloud.zoneId}/workers/routes`;
  await cloud.call('POST', routes, { pattern: '*.freehold.localhost/*', script: 'apex' });
  const echo = createServer((incoming, answer) => {
    answer.setHeader('x-got', JSON.stringify([incoming.method, incoming.url, incoming.headers]));
    incoming.pipe(answer);
  });
  outside = await listenOnLoopback(echo);
  outsideUrl = outside.origin;
});
afterAll(async () => {
  await outside.close();
  await cloud.remove();
});

describe('the edge', () => {
  it('shows a Worker its public https URL, the client and the location', async () => {
    const seen = JSON.parse((await askEdge(cloud.edge, `${host}:8080`, '/a%20b?c=d&e')).body);
    expect(seen.url).toBe(`https://${host}/a%20b?c=d&e`);
    expect(seen.cf).toMatchObject({ colo: 'LHR', country: 'GB' });
    expect(seen.headers).toMatchObject({ host, 'cf-connecting-ip': '127.0.0.1', 'cf-ipcountry': 'GB' });
    expect(seen.headers['cf-ray']).toMatch(/^[0-9a-f]{16}-LHR$/u);
    expect(Object.keys(seen.headers).filter((name) => name.startsWith('x-freehold'))).toEqual([]);
  });

  it('does not let a client forge Cloudflare headers or the location', async () => {
    const headers = { 'cf-connecting-ip': '6.6.6.6', 'mf-cf-blob': '{"colo":"EVIL"}', 'x-freehold-op': 'd1' };
    const seen = JSON.parse((await askEdge(cloud.edge, host, '/', { headers })).body);
    expect(seen.headers['cf-connecting-ip']).toBe('127.0.0.1');
    expect(seen.cf.colo).toBe('LHR');
  });

  it('prefers a custom domain to a route', async () => {
    expect(JSON.parse((await askEdge(cloud.edge, host, '/')).body).name).toBe('worker');
    expect(JSON.parse((await askEdge(cloud.edge, 'any.freehold.localhost', '/')).body).name).toBe('apex');
    const unserved = await askEdge(cloud.edge, 'any.freehold-accounts.localhost', '/');
    expect(unserved.status).toBe(404);
    expect(unserved.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(unserved.body)).toMatchObject({
      type: 'urn:freehold:problem:no-worker-for-host',
      status: 404,
    });
  });

  it("answers this machine's own address as the apex, under the address called", async () => {
    const seen = (await (await fetch(`${cloud.edge}/x`)).json()) as { name: string; url: string };
    expect(seen).toMatchObject({ name: 'apex', url: `${cloud.edge}/x` });
  });

  it('responds with a problem without details when a Worker throws', async () => {
    const crashed = await askEdge(cloud.edge, host, '/crash');
    expect(crashed.status).toBe(500);
    expect(crashed.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(crashed.body)).toMatchObject({ code: 1101 });
    expect(crashed.body).not.toContain('private');
  });

  it('keeps repeated headers, redirects and empty responses unchanged', async () => {
    const cookies = await askEdge(cloud.edge, host, '/cookies');
    expect(cookies.status).toBe(204);
    expect(cookies.headers['set-cookie']).toEqual(['a=1', 'b=2']);
    const redirect = await askEdge(cloud.edge, host, '/redirect');
    expect(redirect).toMatchObject({ status: 302, headers: { location: 'https://elsewhere.example/' } });
  });

  it.each(['a b', 'xn--', 'xn--a.freehold.localhost', 'ada@freehold.localhost', '.', '1.2.3.4.5'])(
    'refuses the invalid host %j',
    async (invalid) => {
      const answer = await askEdge(cloud.edge, invalid, '/');
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body).type).toBe('urn:freehold:problem:invalid-host');
    },
  );

  it('takes a host with a trailing dot for the same host', async () => {
    const seen = JSON.parse((await askEdge(cloud.edge, `${host}.:8080`, '/a')).body);
    expect(seen).toMatchObject({ name: 'worker', url: `https://${host}/a` });
  });

  it('takes the host of an absolute target before that of the Host header', async () => {
    const absolute = await askEdge(cloud.edge, 'elsewhere.example', `http://${host}:8080/a?b=c`);
    expect(JSON.parse(absolute.body)).toMatchObject({ name: 'worker', url: `https://${host}/a?b=c` });
    const bare = await askEdge(cloud.edge, 'elsewhere.example', `http://${host}?b=c`);
    expect(JSON.parse(bare.body).url).toBe(`https://${host}/?b=c`);
  });

  it.each(['GET', 'HEAD'])('passes a %s with content on, without the content', async (method) => {
    for (const body of ['', 'something']) {
      const headers = { 'content-length': String(body.length) };
      const answer = await askEdge(cloud.edge, host, '/echo', { method, headers, body });
      expect([answer.status, answer.headers['x-method'], answer.body]).toEqual([200, method, '']);
    }
  });

  it('passes large bodies through unchanged', async () => {
    const body = Buffer.alloc(20_000_000, 'abc');
    const echoed = await askEdge(cloud.edge, host, '/echo', { method: 'POST', body });
    expect(echoed.headers['x-method']).toBe('POST');
    expect(echoed.body.length).toBe(body.length);
  });

  it('answers Expect: 100-continue itself, and hides it from the Worker', async () => {
    const headers = { expect: '100-continue' };
    const seen = JSON.parse(
      (await askEdge(cloud.edge, host, '/', { method: 'PUT', body: 'abc', headers })).body,
    );
    expect(seen.headers).not.toHaveProperty('expect');
  });

  it.each([
    ['from outside', '/length'],
    ['from one Worker to another', '/out?to=https://other.freehold-accounts.localhost/length'],
  ])('keeps the length of streamed bodies in both directions, %s', async (_way, path) => {
    const body = Buffer.alloc(5_000_000, 'abc');
    const headers = { 'content-length': String(body.length) };
    const echoed = await askEdge(cloud.edge, host, path, { method: 'PUT', body, headers });
    expect(echoed.headers).toMatchObject({ 'content-length': '5000000', 'x-received-length': '5000000' });
    expect(echoed.headers['transfer-encoding']).toBeUndefined();
    expect(echoed.body.length).toBe(body.length);
  });

  it('delivers the response of a Worker that does not read the body', async () => {
    const body = Buffer.alloc(20_000_000);
    const refused = await askEdge(cloud.edge, host, '/refuse', { method: 'POST', body });
    expect(refused).toMatchObject({ status: 413, body: 'too large' });
    expect((await askEdge(cloud.edge, host, '/crash', { method: 'POST', body })).body).toContain('1101');
  });

  it('streams a request while it is being written', async () => {
    const sent = request(cloud.edge, { method: 'POST', path: '/echo', headers: { host } });
    sent.write('first');
    const [answer] = await once(sent, 'response');
    const [chunk] = await once(answer, 'data');
    expect(String(chunk)).toBe('first');
    sent.end('second');
    expect(String((await once(answer, 'data'))[0])).toBe('second');
  });

  it('streams events as they happen', async () => {
    const sent = request(cloud.edge, { method: 'POST', path: '/events', headers: { host } });
    sent.write('0');
    const [answer] = await once(sent, 'response');
    // The second event happens only when the first one has arrived.
    expect(String((await once(answer, 'data'))[0])).toBe('data: 0\n\n');
    sent.end('1');
    expect(String((await once(answer, 'data'))[0])).toBe('data: 1\n\n');
  });

  it('does not wait for a stream of events when a new version is deployed', async () => {
    const sent = request(cloud.edge, {
      ...{ method: 'POST', path: '/events' },
      headers: { host: 'other.freehold-accounts.localhost' },
    });
    sent.on('error', () => undefined).write('0');
    const [answer] = await once(sent, 'response');
    await once(answer, 'data');
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const uploaded = await cloud.upload('other', `${worker}//2`, {
      bindings: [{ type: 'plain_text', name: 'NAME', text: 'other' }],
    });
    const waits = timers.mock.calls.filter(([, ms]) => ms === drainTimeoutMs);
    timers.mockRestore();
    expect(uploaded.status).toBe(200);
    expect(waits).toEqual([]);
    sent.destroy();
  });

  it('waits for an answer under way when a new version is deployed', async () => {
    const sent = request(cloud.edge, { method: 'POST', path: '/echo', headers: { host } });
    sent.write('first');
    const [answer] = await once(sent, 'response');
    await once(answer, 'data');
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const upload = cloud.upload('worker', `${worker}//2`, {
      bindings: [{ type: 'plain_text', name: 'NAME', text: 'worker' }],
    });
    await vi.waitUntil(() => timers.mock.calls.some(([, ms]) => ms === drainTimeoutMs), { timeout: 10_000 });
    timers.mockRestore();
    sent.end('second');
    expect(String((await once(answer, 'data'))[0])).toBe('second');
    expect((await upload).status).toBe(200);
  });
});

describe('a fault at the edge', () => {
  const inject = async (fault: object) => {
    const answer = await fetch(new URL('/__local/faults', cloud.cloudflareApi), {
      method: 'POST',
      headers: { authorization: `Bearer ${cloud.config.apiToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    expect(answer.status).toBe(200);
  };
  const count = async () => Number((await askEdge(cloud.edge, host, '/count')).body);
  const match = { at: 'edge', method: 'POST', pathPattern: '^/count$' };
  const add = () => askEdge(cloud.edge, host, '/count', { method: 'POST', body: 'a body' });

  it('replaces a request, which the Worker does not see, by a status', async () => {
    const before = await count();
    await inject({ match, effect: 'before', action: 'status', status: 503, headers: { 'retry-after': '7' } });
    expect(await add()).toMatchObject({ status: 503, headers: { 'retry-after': '7' }, body: '' });
    expect(await count()).toBe(before);
    expect((await add()).status).toBe(200);
  });

  it('loses an answer after the Worker has done what was asked', async () => {
    const before = await count();
    await inject({ match, effect: 'after', action: 'drop' });
    await expect(add()).rejects.toThrow();
    expect(await count()).toBe(before + 1);
  });

  it('holds an answer back until the client disconnects', async () => {
    const before = await count();
    await inject({ match, effect: 'after', action: 'hang' });
    const sent = request(cloud.edge, { method: 'POST', path: '/count', headers: { host } });
    const closed = new Promise((resolve) => sent.once('close', resolve));
    let isAnswered = false;
    sent
      .on('error', () => undefined)
      .on('response', () => (isAnswered = true))
      .end();
    await expect.poll(count).toBe(before + 1);
    sent.destroy();
    await closed;
    expect(isAnswered).toBe(false);
    expect((await add()).status).toBe(200);
  });

  it('does not touch the calls of the API', async () => {
    await inject({ match: { at: 'edge', pathPattern: '/zones$' }, effect: 'before', action: 'drop' });
    expect((await cloud.call('GET', '/zones')).status).toBe(200);
    await expect(askEdge(cloud.edge, host, '/zones')).rejects.toThrow();
  });
});

describe('requests of a Worker', () => {
  const out = (to: string, options?: { method?: string; body?: string }) =>
    askEdge(cloud.edge, host, `/out?to=${encodeURIComponent(to)}`, options);

  it('reach the Worker of a custom domain in another group', async () => {
    const seen = JSON.parse((await out('https://other.freehold-accounts.localhost/x?y=1')).body);
    expect(seen).toMatchObject({ name: 'other', url: 'https://other.freehold-accounts.localhost/x?y=1' });
    expect(seen.headers).toMatchObject({ 'cf-connecting-ip': '2a06:98c0:3600::103' });
    expect(seen.cf.colo).toBe('LHR');
  });

  it('are never routed by a route', async () => {
    expect((await out('https://any.freehold.localhost/')).status).toBe(404);
  });

  it('reach servers of this machine with method and body', async () => {
    const answer = await out(`${outsideUrl}/hook?a=b`, { method: 'POST', body: 'payload' });
    expect(answer.body).toBe('payload');
    const [method, url, headers] = JSON.parse(String(answer.headers['x-got']));
    expect([method, url]).toEqual(['POST', '/hook?a=b']);
    expect(JSON.stringify(headers)).not.toContain('x-freehold');
  });

  it('reach the issuer by its name, whatever its port is, and are told its keys by that name', async () => {
    const answer = await out(`${cloud.issuerName}/.well-known/openid-configuration`);
    const found = JSON.parse(answer.body);
    expect(found).toMatchObject({ issuer: cloud.issuerName, jwks_uri: `${cloud.issuerName}/jwks` });
    expect(JSON.parse((await out(found.jwks_uri)).body).keys).toHaveLength(1);
    expect((await out(`${cloud.issuerName.replace('http:', 'https:')}/jwks`)).status).toBe(404);
  });

  it('reach their own destination with a path that looks like another one', async () => {
    const path = `//${new URL(cloud.cloudflareApi).host}/client/v4/user/tokens/verify?a=b`;
    const answer = await out(`${outsideUrl}${path}`);
    expect(JSON.parse(String(answer.headers['x-got'])).slice(0, 2)).toEqual(['GET', path]);
  });

  it("do not reach Cloudflare's API of this machine", async () => {
    const answer = await out(`${cloud.cloudflareApi}/user/tokens/verify`);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body).type).toBe('urn:freehold:problem:own-port');
  });

  it('fail with an exception when nothing listens', async () => {
    expect(JSON.parse((await out('http://127.0.0.1:1/')).body).code).toBe(1101);
  });

  it('are stopped when they loop', async () => {
    await cloud.upload(
      'circle',
      'export default { fetch: () => fetch("https://circle.freehold.localhost/") }',
    );
    await cloud.call('PUT', '/accounts/{account}/workers/domains', {
      hostname: 'circle.freehold.localhost',
      service: 'circle',
    });
    expect((await askEdge(cloud.edge, 'circle.freehold.localhost', '/')).status).toBe(508);
  });
});
