import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../../testing.ts';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.remove());

describe('the v4 API', () => {
  it('refuses a call without the token, in the envelope and as JSON', async () => {
    const answer = await fetch(`${cloud.cloudflareApi}/user/tokens/verify`, {
      headers: { authorization: 'Bearer wrong' },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toMatchObject({ success: false, errors: [{ code: 10000 }], result: null });
  });

  it('verifies the token for the user and for the account', async () => {
    for (const path of ['/user/tokens/verify', '/accounts/{account}/tokens/verify']) {
      expect(await cloud.call('GET', path)).toMatchObject({
        status: 200,
        body: { success: true, errors: [], messages: [], result: { status: 'active' } },
      });
    }
  });

  it('refuses any other account', async () => {
    const answer = await cloud.call('GET', '/accounts/ffffffffffffffffffffffffffffffff/d1/database');
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ code: 10000 }] } });
  });

  it('names a route that it does not support', async () => {
    const answer = await cloud.call('GET', '/accounts/{account}/queues');
    expect(answer.status).toBe(404);
    expect(answer.body.errors[0].message).toContain('GET /client/v4/accounts/');
  });

  it('lists its account, its membership and both zones', async () => {
    const accounts = await cloud.call('GET', '/accounts');
    expect(accounts.body.result).toMatchObject([{ id: cloud.config.accountId }]);
    expect(accounts.body.result_info).toMatchObject({ page: 1, count: 1, total_count: 1 });
    expect((await cloud.call('GET', '/memberships')).body.result).toHaveLength(1);
    const zones = await cloud.call('GET', '/zones?name=freehold.localhost');
    expect(zones.body.result).toMatchObject([{ id: cloud.zoneId, name: 'freehold.localhost' }]);
    expect(await cloud.call('GET', `/zones/${cloud.accountsZoneId}`)).toMatchObject({
      body: { result: { name: 'freehold-accounts.localhost' } },
    });
  });

  it('names the invalid field of a body', async () => {
    const answer = await cloud.call('POST', '/accounts/{account}/d1/database', {
      name: 'x',
      jurisdiction: 'uk',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].message).toMatch(/^jurisdiction: /u);
    expect((await cloud.call('POST', '/accounts/{account}/d1/database', '{')).status).toBe(400);
  });
});

describe('injected faults', () => {
  const fault = (body: unknown): Promise<Response> =>
    fetch(new URL('/__local/faults', cloud.cloudflareApi), {
      method: 'POST',
      headers: { authorization: `Bearer ${cloud.config.apiToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const databases = '/accounts/{account}/d1/database';

  it('replace the effect by a status, as often as requested', async () => {
    const match = { method: 'POST', pathPattern: '/d1/database$' };
    await fault({ match, effect: 'before', action: 'status', status: 503, times: 2 });
    expect((await cloud.call('POST', databases, { name: 'faulty' })).status).toBe(503);
    expect((await cloud.call('POST', databases, { name: 'faulty' })).status).toBe(503);
    expect((await cloud.call('POST', databases, { name: 'faulty' })).status).toBe(200);
  });

  it('lose the response after the effect', async () => {
    await fault({ match: { pathPattern: '/d1/database$' }, effect: 'after', action: 'drop' });
    await expect(cloud.call('POST', databases, { name: 'dropped' })).rejects.toThrow();
    const again = await cloud.call('POST', databases, { name: 'dropped' });
    expect(again).toMatchObject({ status: 400, body: { errors: [{ code: 7502 }] } });
  });

  it('cut an answer off in its middle, after the call has taken effect', async () => {
    await fault({ match: { pathPattern: '/d1/database$' }, effect: 'after', action: 'cut' });
    const headers = { authorization: `Bearer ${cloud.config.apiToken}`, 'content-type': 'application/json' };
    const cut = await fetch(`${cloud.cloudflareApi}/accounts/${cloud.config.accountId}/d1/database`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'cut' }),
    });
    expect(cut.status).toBe(200);
    await expect(cut.text()).rejects.toThrow();
    expect((await cloud.call('POST', databases, { name: 'cut' })).body.errors).toMatchObject([
      { code: 7502 },
    ]);
  });

  it('hang until the client disconnects, and can be cleared', async () => {
    await fault({ match: { pathPattern: '/zones$' }, effect: 'before', action: 'hang', times: 5 });
    const hanging = fetch(`${cloud.cloudflareApi}/zones`, {
      headers: { authorization: `Bearer ${cloud.config.apiToken}` },
      signal: AbortSignal.timeout(200),
    });
    await expect(hanging).rejects.toThrow();
    const url = new URL('/__local/faults', cloud.cloudflareApi);
    const headers = { authorization: `Bearer ${cloud.config.apiToken}` };
    expect((await (await fetch(url, { headers })).json()) as unknown).toMatchObject({
      result: [{ times: 4 }],
    });
    await fetch(url, { method: 'DELETE', headers });
    expect((await cloud.call('GET', '/zones')).status).toBe(200);
  });

  it('require the token', async () => {
    expect((await fetch(new URL('/__local/calls', cloud.cloudflareApi))).status).toBe(403);
  });
});

describe('the log of calls', () => {
  it('returns the calls since a given one, with their status', async () => {
    const url = new URL('/__local/calls', cloud.cloudflareApi);
    const headers = { authorization: `Bearer ${cloud.config.apiToken}` };
    const read = async (since: number) => {
      const answer = await fetch(`${url}?since=${since}`, { headers });
      return (await answer.json()) as {
        total: number;
        calls: { method: string; path: string; status: number }[];
      };
    };
    const { total } = await read(0);
    await cloud.call('GET', '/zones?name=none');
    await cloud.call('GET', '/zones/none');
    const { calls, total: after } = await read(total);
    expect(after).toBe(total + 2);
    expect(calls).toMatchObject([
      { method: 'GET', path: '/client/v4/zones?name=none', status: 200 },
      { method: 'GET', path: '/client/v4/zones/none', status: 404 },
    ]);
  });
});
