import { Miniflare } from 'miniflare';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPATIBILITY_DATE } from '../build/compatibility-date.ts';
import { bundledCode } from '../testing/built-workers.ts';
import { signBody } from './webhook.ts';

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
      expect(await send('{"a":1}', signBody(secret, 'msg-1', '{"a":1}', Date.now()))).toBe(200);
    }
  });

  it('is refused for another body, id, secret or time, and when it is missing', async () => {
    const good = signBody(NEW_SECRET, 'msg-1', 'body', Date.now());
    expect(await send('other', good)).toBe(401);
    expect(await send('body', { ...good, 'webhook-id': 'msg-2' })).toBe(401);
    expect(await send('body', { ...good, 'webhook-timestamp': '0' })).toBe(401);
    expect(await send('body', { ...good, 'webhook-signature': 'v1,AAAA v1' })).toBe(401);
    expect(await send('body', signBody(OTHER_SECRET, 'msg-1', 'body', Date.now()))).toBe(401);
    expect(await send('body', {})).toBe(401);
  });

  it.each([-301, 301])('is refused when it is made %d seconds from now', async (seconds) => {
    expect(await send('body', signBody(NEW_SECRET, 'msg-1', 'body', Date.now() + seconds * 1000))).toBe(401);
  });

  it('that workerd makes is one that others accept', async () => {
    const response = await fetch(new URL('/sign', await miniflare.ready), {
      method: 'POST',
      body: '{"b":2}',
    });
    const headers = (await response.json()) as Record<string, string>;
    expect(new Webhook(NEW_SECRET).verify('{"b":2}', headers)).toEqual({ b: 2 });
  });
});
