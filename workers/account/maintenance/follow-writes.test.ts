import { randomUUID } from 'node:crypto';
import { type ClientRequest, request as sendRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toNdjson } from '../../testing/bulk-client.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { startWebhookAccount, type WebhookAccount } from '../../testing/webhook-account.ts';

describe('what follows a write', () => {
  let issuer: TestIssuer;
  let account: WebhookAccount;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startWebhookAccount(issuer);
  });

  afterAll(async () => {
    await account.stop();
    await issuer.stop();
  });

  it('tells of every row of an import, to its end', async () => {
    const { receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
    const rows = (count: number) => toNdjson(Array.from({ length: count }, () => ({ lastName: 'Hale' })));
    const headers = {
      authorization: `Bearer ${await account.token()}`,
      'content-type': 'application/x-ndjson',
      'idempotency-key': randomUUID(),
    };
    let sending: ClientRequest | undefined;
    const ended = new Promise<void>((resolve, reject) => {
      const url = new URL('/v1/imports/clients', account.url);
      sending = sendRequest(url, { method: 'POST', headers, agent: false }, (message) => {
        message.resume().on('end', resolve);
      });
      sending.on('error', reject);
    });
    // One line more than a chunk has, so that the first chunk is written and the answer begins.
    sending?.write(rows(1_001));
    await receiver.until(() => receiver.accepted.length === 1_000);
    await account.quiet();
    sending?.end(rows(99));
    await ended;
    await receiver.until(() => receiver.accepted.length === 1_100);
    expect(receiver.accepted[0]?.body).toMatchObject({
      type: 'clients.created',
      data: { collection: 'clients', version: 1, changedFields: expect.arrayContaining(['lastName']) },
    });
  }, 60_000);
});
