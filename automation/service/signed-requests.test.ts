import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createSignedRequests } from './signed-requests.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

// One moment for all: the same message again is one of the same second.
const sentAt = new Date();

/** A signed message, with whatever else an attacker puts beside its signature. */
function message(body: string, { id = 'msg-1', beside = '', path = '/v1/operations' } = {}) {
  const signature = new Webhook(secret).sign(id, sentAt, body);
  return new Request(`http://127.0.0.1${path}`, {
    method: 'POST',
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': `${signature}${beside}`,
    },
  });
}

describe('a signed request', () => {
  it('is read once', async () => {
    const requests = createSignedRequests(secret, Date.now);
    expect(await requests.read(message('{}'))).toEqual({ kind: 'signed', body: '{}' });
    expect(await requests.read(message('{}'))).toMatchObject({ problem: { kind: 'message_replayed' } });
  });

  it('is still the same message with noise beside its signature', async () => {
    const requests = createSignedRequests(secret, Date.now);
    await requests.read(message('{}'));
    expect(await requests.read(message('{}', { beside: ' v1,AAAA' }))).toMatchObject({
      problem: { kind: 'message_replayed' },
    });
  });

  it('is another message with another id', async () => {
    const requests = createSignedRequests(secret, Date.now);
    await requests.read(message('{}'));
    expect(await requests.read(message('{}', { id: 'msg-2' }))).toMatchObject({ kind: 'signed' });
  });

  it('is refused when its body was changed', async () => {
    const requests = createSignedRequests(secret, Date.now);
    const signed = message('{"kind":"upgrade"}');
    const changed = new Request(signed.url, {
      method: 'POST',
      headers: signed.headers,
      body: '{"kind":"offboard"}',
    });
    expect(await requests.read(changed)).toMatchObject({ problem: { kind: 'signature_invalid' } });
  });
});
