import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../schema/model/limits.ts';
import { startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

describe('the limits of the platform', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform(undefined, undefined, undefined, { person: 5, address: 40 });
  });
  afterAll(() => platform.stop());

  const ask = (token: string | undefined, address: string) =>
    platform.call('/v1/providers', {
      headers: { 'cf-connecting-ip': address },
      ...(token === undefined ? {} : { token }),
    });
  const statuses = async (count: number, token: string | undefined, address: string) => {
    const found: number[] = [];
    for (let sent = 0; sent < count; sent++) found.push((await ask(token, address)).status);
    return found;
  };

  it('are those of a person, wherever the requests come from', async () => {
    const token = await platform.token({ subject: 'busy' });
    const answers = [];
    for (let sent = 0; sent < 8; sent++) answers.push(await ask(token, `192.0.2.${sent}`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    const refused = answers.at(-1);
    expect(refused?.body).toMatchObject({
      type: 'urn:freehold:problem:rate-limited',
      detail: expect.stringContaining('A user may send'),
    });
    expect(refused?.headers.get('retry-after')).toBe('10');
    expect(refused?.headers.get('ratelimit')).toBe('"user";r=0;t=10');
    const another = await platform.token({ subject: 'calm' });
    expect((await ask(another, '192.0.2.1')).status).toBe(200);
  });

  it('are those of an address, before a token is looked at', async () => {
    const refused = await statuses(45, 'not-a-token', '192.0.2.200');
    expect(refused.filter((status) => status === 401)).toHaveLength(40);
    expect(refused.filter((status) => status === 429)).toHaveLength(5);
    const token = await platform.token({ subject: 'neighbour' });
    const answer = await ask(token, '192.0.2.200');
    expect(answer.status).toBe(429);
    expect(answer.body.detail).toContain('One address may send');
    expect((await ask(token, '192.0.2.201')).status).toBe(200);
  });

  it('are those of a whole network for IPv6', async () => {
    const found: number[] = [];
    for (let sent = 0; sent < 45; sent++)
      found.push((await ask('not-a-token', `2001:db8:1:2::${sent.toString(16)}`)).status);
    expect(found.filter((status) => status === 429)).toHaveLength(5);
    expect((await ask('not-a-token', '2001:db8:1:3::1')).status).toBe(401);
  });

  it('do not count what the factory itself sends', async () => {
    const path = '/internal/v1/operations/op-01kdw5h80c0000000000000005';
    for (let sent = 0; sent < 45; sent++) expect((await platform.callSigned('GET', path)).status).toBe(404);
  });
});

describe('the event streams of the platform', { timeout: 60_000 }, () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  const open = (id: string, token: string, stop: AbortSignal) =>
    fetch(`${platform.url}v1/operations/${id}/events`, {
      headers: { authorization: `Bearer ${token}` },
      signal: stop,
    });

  it('are bounded for each person, and give their place back', async () => {
    const { operation } = await platform.signUp('many-streams');
    const stops = Array.from({ length: limits.eventStreamsMax + 3 }, () => new AbortController());
    const opened = [];
    for (const stop of stops) opened.push(await open(operation.id, platform.people.ada, stop.signal));
    const statuses = opened.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(limits.eventStreamsMax);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    expect(await opened.at(-1)?.json()).toMatchObject({ type: 'urn:freehold:problem:too-many-streams' });
    const other = new AbortController();
    expect((await open(operation.id, platform.people.operator, other.signal)).status).toBe(200);
    for (const { abort } of [...stops, other].map((stop) => ({ abort: () => stop.abort() }))) abort();
    const again = new AbortController();
    await expect
      .poll(async () => (await open(operation.id, platform.people.ada, again.signal)).status, {
        timeout: 40_000,
      })
      .toBe(200);
    again.abort();
  });

  it('end with their token', async () => {
    const { operation } = await platform.signUp('short-lived');
    const token = await platform.token({ ttlSeconds: -3 });
    const response = await open(operation.id, token, AbortSignal.timeout(20_000));
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toContain('"status":"queued"');
  });
});
