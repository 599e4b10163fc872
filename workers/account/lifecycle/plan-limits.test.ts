import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import type { ApiAnswer } from '../../testing/api-client.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

describe('the users of an account', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    expect((await account.call('/v1/me', { token })).status).toBe(200);
    // Ada and two more.
    await account.tell({ plan: 'standard', limits: { usersMax: 3, webhookEndpointsMax: 1 } });
  });
  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  let people = 0;
  const invite = (fields = {}) =>
    account.call('/v1/users', {
      method: 'POST',
      token,
      body: { email: `person-${++people}@harbourvale.example`, ...fields },
    });
  const patch = (path: string | null, body: unknown) =>
    account.call(path ?? '', { method: 'PATCH', token, body, headers: { 'if-match': '*' } });
  const expectRefused = ({ status, body }: ApiAnswer) => {
    expect([status, body.type]).toEqual([409, 'urn:freehold:problem:plan-limit-reached']);
    expect(body).toMatchObject({
      detail:
        'The plan standard allows 3 users, active and invited ones together. Remove one first, or ask the operator for a larger plan.',
      plan: 'standard',
      max: 3,
    });
  };

  it('are as many as the plan allows, those included who are invited', async () => {
    const [second, third] = [await invite(), await invite()];
    expect([second.status, third.status]).toEqual([201, 201]);
    expectRefused(await invite());
    const path = third.headers.get('location');
    expect((await patch(path, { name: 'Pia' })).status).toBe(200);

    // Disabling a user frees a place, which they need again before they are enabled.
    expect((await patch(path, { status: 'disabled' })).status).toBe(200);
    expect((await invite()).status).toBe(201);
    expectRefused(await patch(path, { status: 'invited' }));
    await account.tell({ limits: { usersMax: 4, webhookEndpointsMax: 1 } });
    expect((await patch(path, { status: 'invited' })).status).toBe(200);
  });

  it('are not one too many when many are invited at once', async () => {
    await account.tell({ limits: { usersMax: 6, webhookEndpointsMax: 1 } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => invite()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
  });

  it('stay when the plan becomes smaller', async () => {
    await account.tell({ limits: { usersMax: 1, webhookEndpointsMax: 1 } });
    const { body } = await account.call('/v1/users', { token });
    expect(body.items).toHaveLength(6);
    expect((await account.call('/v1/me', { token })).status).toBe(200);
    expect((await invite()).status).toBe(409);
  });
});
