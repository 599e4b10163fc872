import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signatureToleranceSeconds, signMessage, verifyMessage } from './standard-webhooks.ts';

const secret = `whsec_${Buffer.from('a key of the platform and the service').toString('base64')}`;
const otherSecret = `whsec_${Buffer.from('a key of somebody else entirely').toString('base64')}`;
const body = '{"operationId":"op-1","note":"café"}';

describe('signMessage', () => {
  it('makes signatures that the reference implementation accepts', async () => {
    const headers = await signMessage(secret, 'op-1', body, Date.now());
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  });
});

describe('verifyMessage', () => {
  const nowMs = Date.now();

  it('accepts what the reference implementation signs', async () => {
    const sentAt = new Date(nowMs);
    const headers = new Headers({
      'webhook-id': 'msg-1',
      'webhook-timestamp': String(Math.floor(nowMs / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg-1', sentAt, body),
    });
    expect(await verifyMessage(secret, headers, body, nowMs)).toEqual({
      id: 'msg-1',
      sentAtSeconds: Math.floor(nowMs / 1000),
    });
  });

  it('accepts a message when any one of several signatures holds', async () => {
    const old = await signMessage(otherSecret, 'msg-1', body, nowMs);
    const current = await signMessage(secret, 'msg-1', body, nowMs);
    const headers = new Headers(current);
    headers.set('webhook-signature', `${old['webhook-signature']} ${current['webhook-signature']}`);
    expect(await verifyMessage(secret, headers, body, nowMs)).toMatchObject({ id: 'msg-1' });
  });

  it('refuses a body, an id or a time that was not signed', async () => {
    const headers = await signMessage(secret, 'msg-1', body, nowMs);
    const changed = [
      [headers, `${body} `],
      [{ ...headers, 'webhook-id': 'msg-2' }, body],
      [{ ...headers, 'webhook-timestamp': String(Math.floor(nowMs / 1000) + 1) }, body],
    ] as const;
    for (const [sent, text] of changed) {
      expect(await verifyMessage(secret, new Headers(sent), text, nowMs)).toMatchObject({
        kind: 'signature_mismatch',
      });
    }
  });

  it('refuses a signature made with another secret, of another version, or of no base64', async () => {
    const headers = await signMessage(otherSecret, 'msg-1', body, nowMs);
    const right = await signMessage(secret, 'msg-1', body, nowMs);
    const signatures = [
      headers['webhook-signature'],
      right['webhook-signature'].replace('v1,', 'v1a,'),
      'v1,%%%',
      'v1,',
    ];
    for (const signature of signatures) {
      const sent = new Headers({ ...headers, 'webhook-signature': signature });
      expect(await verifyMessage(secret, sent, body, nowMs)).toMatchObject({ kind: 'signature_mismatch' });
    }
  });

  it('refuses a message older or newer than the tolerance', async () => {
    const toleranceMs = signatureToleranceSeconds * 1000;
    for (const sentAtMs of [nowMs - toleranceMs - 1000, nowMs + toleranceMs + 1000]) {
      const headers = new Headers(await signMessage(secret, 'msg-1', body, sentAtMs));
      expect(await verifyMessage(secret, headers, body, nowMs)).toMatchObject({ kind: 'signature_expired' });
    }
  });

  it('refuses a time that is no number', async () => {
    const headers = new Headers(await signMessage(secret, 'msg-1', body, nowMs));
    headers.set('webhook-timestamp', 'yesterday');
    expect(await verifyMessage(secret, headers, body, nowMs)).toMatchObject({ kind: 'signature_expired' });
  });

  it('names the header that is missing', async () => {
    const complete = await signMessage(secret, 'msg-1', body, nowMs);
    for (const header of Object.keys(complete)) {
      const headers = new Headers(complete);
      headers.delete(header);
      expect(await verifyMessage(secret, headers, body, nowMs)).toEqual({
        kind: 'signature_missing',
        header,
      });
    }
  });
});
