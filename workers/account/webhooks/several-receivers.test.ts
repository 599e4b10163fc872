import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { startWebhookAccount, type WebhookAccount } from '../../testing/webhook-account.ts';

describe('webhooks to several receivers', () => {
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

  it.each([429, 503])(
    'leave a receiver alone as long as it asks to with %d, and no other',
    async (status) => {
      const { id, receiver } = await account.subscribe({ eventTypes: ['clients.created'] });
      const other = await account.subscribe({ eventTypes: ['clients.created'] });
      receiver.answer = () => ({ status, headers: { 'retry-after': '120' } });
      await account.createClient();
      await receiver.until(() => receiver.received.length === 1);
      await account.quiet();
      await account.createClient();
      await other.receiver.until(() => other.receiver.accepted.length === 2);
      await account.quiet();
      expect(receiver.received).toHaveLength(1);
      const [progress] = await account.query<{ paused_until: number }>(
        'select paused_until from webhook_progress where endpoint_id = ?1',
        id,
      );
      expect(Number(progress?.paused_until) - Number(receiver.received[0]?.atMs)).toBeGreaterThan(115_000);
      receiver.answer = () => ({});
      await account.passTime(0);
      await account.runMaintenance();
      expect(receiver.accepted).toHaveLength(2);
    },
  );

  it('continue to reach one receiver while many others do not respond', async () => {
    const quick = await account.subscribe({ eventTypes: ['clients.created'] });
    const silent = await Promise.all(
      Array.from({ length: 6 }, () => account.subscribe({ eventTypes: ['clients.created'] })),
    );
    for (const { receiver } of silent) receiver.answer = () => ({ delayMs: 20_000 });
    for (let written = 1; written <= 8; written++) {
      await account.createClient();
      await quick.receiver.until(() => quick.receiver.accepted.length === written);
    }
    const tried = silent.map(({ receiver }) => receiver.received.length);
    expect(Math.max(...tried)).toBeLessThanOrEqual(2);
    for (const { id } of silent)
      await account.ask('PATCH', `/v1/webhook-endpoints/${id}`, { status: 'disabled' });
  });
});
