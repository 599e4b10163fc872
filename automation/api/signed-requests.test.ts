import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createSignedRequests } from './signed-requests.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

const sentAt = new Date();

/** A signed message, and text that an attacker adds after its signature. */
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
  it('is passed on with its body, also with noise after its signature', async () => {
    for (const beside of ['', ' v1,AAAA']) {
      const answer = await open().handle(message('{}', { beside }), accept);
      expect([answer.status, await answer.text()]).toEqual([202, '{}']);
    }
  });

  it('is refused when its body was changed', async () => {
    const signed = message('{"kind":"upgrade"}');
    const { url, headers } = signed;
    const changed = new Request(url, { method: 'POST', headers, body: '{"kind":"offboard"}' });
    const answer = await open().handle(changed, accept);
    expect([answer.status, await answer.json()]).toMatchObject([
      401,
      { type: 'urn:freehold:problem:signature-invalid' },
    ]);
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
