import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountAnswer,
  ADA,
  cloudInventory,
  freehold,
  type OperationAnswer,
  operationEnded,
  request,
  signUp,
  tokenFor,
} from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { clearFaults, injectFault } from '../../harness/faults.ts';

describe('an outage of Cloudflare', { timeout: 300_000 }, () => {
  const factory = new Factory();
  let ada: string;

  beforeAll(async () => {
    await factory.start();
    ada = await tokenFor(factory, ADA);
  });
  afterAll(() => factory.remove());

  it('stalls a sign-up with the reason, and `freehold account up` finishes it afterwards', async () => {
    await injectFault(factory, {
      match: { pathPattern: '/(d1|r2|workers)/' },
      ...{ effect: 'before', action: 'status', status: 503, times: 1_000_000 },
    });
    const signedUp = await signUp(factory, ada, 'harbourvale');
    expect(signedUp.status, signedUp.text).toBe(202);
    const { account, operation } = signedUp.body;
    const stalled = await operationEnded(factory, ada, operation.id, { timeoutMs: 240_000, everyMs: 500 });
    expect(stalled.status).toBe('stalled');
    expect(stalled.reason).toMatch(
      /^given up after 5 attempts: Cloudflare's API answered 503: Injected fault/,
    );

    const during = await freehold(factory, 'account', 'show', 'harbourvale');
    expect(during.exitCode, during.stderr).toBe(0);
    await clearFaults(factory);
    expect((await ownNames(account.id)).flat()).toEqual([]);

    const up = await freehold(factory, 'account', 'up', 'harbourvale');
    expect(up.exitCode, up.stderr).toBe(0);
    expect(await read<AccountAnswer>(`accounts/${account.id}`)).toMatchObject({ status: 'active' });
    const name = `fh-${account.id}`;
    expect(await ownNames(account.id)).toEqual([[name], [name], [name]]);
    expect(await read<OperationAnswer>(`operations/${operation.id}`)).toMatchObject({ status: 'stalled' });
    const token = await tokenFor(factory, ADA, { account: 'harbourvale' });
    const clients = await request(`${factory.endpoints.edge}/a/harbourvale/v1/clients`, { token });
    expect(clients.status, clients.text).toBe(200);
  });

  async function ownNames(accountId: string) {
    const { databases, buckets, scripts } = await cloudInventory(factory);
    return [databases, buckets, scripts].map((names) => names?.filter((name) => name === `fh-${accountId}`));
  }

  async function read<Body>(path: string): Promise<Body> {
    const answer = await request<Body>(`${factory.endpoints.platform}/v1/${path}`, { token: ada });
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  }
});
