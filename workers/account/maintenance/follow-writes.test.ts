import { randomUUID } from 'node:crypto';
import { type ClientRequest, request as sendRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendImport, toNdjson } from '../../testing/bulk-client.ts';
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

  it('reports every row of an import, to its end', async () => {
    const rows = Array.from({ length: 1_010 }, (_, index) => ({ reference: `R-${index}`, lastName: 'Hale' }));
    const token = await account.token();
    await sendImport(account, token, 'clients', toNdjson(rows));
    await account.quiet();
    const { receiver } = await account.subscribe({ eventTypes: ['clients.updated'] });
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-ndjson',
      'idempotency-key': randomUUID(),
    };
    let sending: ClientRequest | undefined;
    const ended = new Promise<void>((resolve, reject) => {
      const url = new URL('/v1/imports/clients?mode=upsert&key=reference', account.url);
      sending = sendRequest(url, { method: 'POST', headers, agent: false }, (message) => {
        message.resume().on('end', resolve);
      });
      sending.on('error', reject);
    });
    const changed = (index: number) => index === 0 || index > 1_000;
    const lines = rows.map((row, index) => (changed(index) ? { ...row, firstName: 'Ada' } : row));
    // One line more than a chunk, so that the first chunk is written and the response starts.
    sending?.write(toNdjson(lines.slice(0, 1_001)));
    await receiver.until(() => receiver.accepted.length === 1);
    await account.quiet();
    sending?.end(toNdjson(lines.slice(1_001)));
    await ended;
    await receiver.until(() => receiver.accepted.length === 10);
    expect(receiver.accepted[9]?.body).toMatchObject({
      type: 'clients.updated',
      data: { collection: 'clients', version: 2, changedFields: ['firstName'] },
    });
  }, 60_000);
});
