import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, operationEnded, request, signUp, tokenFor } from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { isSignedBy, startReceiver, type TestReceiver } from '../../workers/testing/webhook-receiver.ts';

describe('webhooks of a firm', { timeout: 240_000 }, () => {
  const factory = new Factory();
  let receiver: TestReceiver;

  beforeAll(async () => {
    receiver = await startReceiver();
    await factory.start();
  });
  afterAll(async () => {
    await receiver.goAway();
    await factory.remove();
  });

  it('arrive after the receiver fails even without another write, by the platform’s cron', async () => {
    const ada = await tokenFor(factory, ADA);
    const signedUp = await signUp(factory, ada, 'harbourvale');
    await operationEnded(factory, ada, signedUp.body.operation.id);
    const token = await tokenFor(factory, ADA, { account: 'harbourvale' });
    const api = `${factory.endpoints.edge}/a/harbourvale/v1`;
    receiver.answer = () => (receiver.received.length === 1 ? { status: 503 } : {});
    const endpoint = await request(`${api}/webhook-endpoints`, {
      method: 'POST',
      token,
      body: { url: receiver.url, eventTypes: ['clients.created'] },
    });
    expect(endpoint.status).toBe(201);
    expect(endpoint.headers.has('freehold-maintenance-within')).toBe(false);
    const client = await request(`${api}/clients`, {
      method: 'POST',
      token,
      body: { firstName: 'Ada', lastName: 'Hale' },
    });
    expect(client.status).toBe(201);

    await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(1);
    await expect.poll(() => receiver.accepted.length, { timeout: 180_000, interval: 500 }).toBe(1);
    const [first, second] = receiver.received;
    expect(second?.id).toBe(first?.id);
    expect(second?.body).toMatchObject({ type: 'clients.created', data: { id: client.body.id } });
    expect(second && isSignedBy(String(endpoint.body.secret), second)).toBe(true);
  });
});
