import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createSignedRequests } from './signed-requests.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

// One moment for all: the same message again is one of the same second.
const sentAt = new Date();

/** A signed message, with whatever else an attacker puts beside its signature. */
function message(
  body: string,
  { id = 'msg-1', beside = '', method = 'POST', path = '/v1/operations', signedPath = '' } = {},
) {
  const signature = new Webhook(secret).sign(id, sentAt, `${method} ${signedPath || path}\n${body}`);
  return new Request(`http://127.0.0.1${path}`, {
    method,
    ...(body === '' ? {} : { body }),
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': `${signature}${beside}`,
    },
  });
}

const accept = async (body: string) => new Response(body, { status: 202 });
const open = () => createSignedRequests(secret, Date.now);

describe('a signed request', () => {
  it('is handled once', async () => {
    const requests = open();
    const first = await requests.handle(message('{}'), accept);
    expect([first.status, await first.text()]).toEqual([202, '{}']);
    expect((await requests.handle(message('{}'), accept)).status).toBe(409);
  });

  it('is handled once of two at the same moment', async () => {
    const requests = open();
    const answers = await Promise.all([1, 2].map(() => requests.handle(message('{}'), accept)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  });

  it('may come again, in the same second, after a failure', async () => {
    const requests = open();
    const away = await requests.handle(message('{}'), async () => new Response(null, { status: 503 }));
    expect(away.status).toBe(503);
    await expect(requests.handle(message('{}'), () => Promise.reject(new Error('gone')))).rejects.toThrow(
      'gone',
    );
    expect((await requests.handle(message('{}'), accept)).status).toBe(202);
  });

  it('is still the same message with noise beside its signature', async () => {
    const requests = open();
    await requests.handle(message('{}'), accept);
    expect((await requests.handle(message('{}', { beside: ' v1,AAAA' }), accept)).status).toBe(409);
  });

  it('is another message with another id', async () => {
    const requests = open();
    await requests.handle(message('{}'), accept);
    expect((await requests.handle(message('{}', { id: 'msg-2' }), accept)).status).toBe(202);
  });

  it('is refused when its body was changed', async () => {
    const signed = message('{"kind":"upgrade"}');
    const { url, headers } = signed;
    const changed = new Request(url, { method: 'POST', headers, body: '{"kind":"offboard"}' });
    expect((await open().handle(changed, accept)).status).toBe(401);
  });

  it.each([
    [
      'another path',
      message('', { method: 'GET', path: '/v1/operations/op-1', signedPath: '/v1/operations/op-2' }),
    ],
    ['another method', new Request('http://127.0.0.1/v1/operations', { headers: message('{}').headers })],
  ])('is refused when it was signed for %s', async (_what, request) => {
    expect((await open().handle(request, accept)).status).toBe(401);
  });
});
