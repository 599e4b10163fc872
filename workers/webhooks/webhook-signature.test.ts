import { Miniflare } from 'miniflare';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signText } from '../../schema/factory/message-signature.ts';
import { COMPATIBILITY_DATE } from '../build/compatibility-date.ts';
import { bundledCode } from '../testing/built-workers.ts';

// The same as in testing/worker/signature-check.ts: the present secret, and the one that it replaces.
const NEW_SECRET = 'whsec_bmV3IHNlY3JldCBvZiB0aGUgdGVzdA==';
const OLD_SECRET = 'whsec_b2xkIHNlY3JldCBvZiB0aGUgdGVzdA==';
const OTHER_SECRET = 'whsec_c29tZSBvdGhlciBzZWNyZXQ=';

describe('a signature by Standard Webhooks, on workerd', () => {
  let miniflare: Miniflare;

  beforeAll(async () => {
    miniflare = new Miniflare({
      modules: [
        {
          type: 'ESModule',
          path: 'index.js',
          contents: await bundledCode('testing/worker/signature-check.ts'),
        },
      ],
      compatibilityDate: COMPATIBILITY_DATE,
      host: '127.0.0.1',
      port: 0,
    });
  });

  afterAll(() => miniflare.dispose());

  async function send(body: string, headers: object): Promise<number> {
    const { status } = await fetch(await miniflare.ready, { method: 'POST', body, headers: { ...headers } });
    return status;
  }

  it('is accepted with the present secret and with the one it replaces', async () => {
    for (const secret of [NEW_SECRET, OLD_SECRET]) {
      expect(await send('{"a":1}', await signText([secret], 'msg-1', '{"a":1}', Date.now()))).toBe(200);
    }
  });

  it('is refused for another body, id, secret or time, and when it is missing', async () => {
    const good = await signText([NEW_SECRET], 'msg-1', 'body', Date.now());
    expect(await send('other', good)).toBe(401);
    expect(await send('body', { ...good, 'webhook-id': 'msg-2' })).toBe(401);
    expect(await send('body', { ...good, 'webhook-timestamp': '0' })).toBe(401);
    expect(await send('body', { ...good, 'webhook-signature': 'v1,AAAA v1' })).toBe(401);
    expect(await send('body', await signText([OTHER_SECRET], 'msg-1', 'body', Date.now()))).toBe(401);
    expect(await send('body', {})).toBe(401);
  });

  it('that others make is accepted, and found among others', async () => {
    const nowMs = Date.now();
    const good = await signText([NEW_SECRET], 'msg-1', 'body', nowMs);
    const signature = new Webhook(NEW_SECRET).sign('msg-1', new Date(nowMs), 'body');
    expect(good['webhook-signature']).toBe(signature);
    const crowded = `v1a,${signature.slice(3)} v1,AAAA v1,%% ${signature}`;
    expect(await send('body', { ...good, 'webhook-signature': crowded })).toBe(200);
    const endless = `${'v1,AAAA '.repeat(1_000)}${signature}`;
    expect(await send('body', { ...good, 'webhook-signature': endless })).toBe(401);
  });

  it.each(['', '1e9', ' ', '-1', '12.5', '9'.repeat(40)])('is refused with the time %j', async (time) => {
    const good = await signText([NEW_SECRET], 'msg-1', 'body', Date.now());
    expect(await send('body', { ...good, 'webhook-timestamp': time })).toBe(401);
  });

  it.each([-301, 301])('is refused when it is made %d seconds from now', async (seconds) => {
    const headers = await signText([NEW_SECRET], 'msg-1', 'body', Date.now() + seconds * 1000);
    expect(await send('body', headers)).toBe(401);
  });

  it('that workerd makes is one that others accept', async () => {
    const response = await fetch(new URL('/sign', await miniflare.ready), {
      method: 'POST',
      body: '{"b":2}',
    });
    const headers = (await response.json()) as Record<string, string>;
    for (const secret of [NEW_SECRET, OLD_SECRET]) {
      expect(new Webhook(secret).verify('{"b":2}', headers)).toEqual({ b: 2 });
    }
  });
});
