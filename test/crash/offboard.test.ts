import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ADA,
  cloudInventory,
  operationEnded,
  request,
  signUp,
  startOperation,
  tokenFor,
} from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { callSeen, callsSoFar, clearFaults, type Fault, injectFault } from '../../harness/faults.ts';
import { descendantMatching } from '../../harness/processes.ts';

const service = /automation\/main\.ts/;

describe('an offboarding during which the service is killed', { timeout: 120_000 }, () => {
  const factory = new Factory();
  let before: Record<string, readonly string[]>;
  let ada: string;
  let operator: string;

  beforeAll(async () => {
    await factory.start();
    before = await cloudInventory(factory);
    ada = await tokenFor(factory, ADA);
    operator = await tokenFor(factory, 'operator@freehold.example', { role: 'operator' });
  });
  afterEach(() => clearFaults(factory));
  afterAll(() => factory.remove());

  it.each<[string, string, Fault['effect'], string, string]>([
    ['before the bucket is emptied', 'objects', 'before', 'GET', '/r2/buckets/[^/]+/objects$'],
    ['while the Worker is deleted', 'worker', 'before', 'DELETE', '/workers/scripts/[^/]+$'],
    [
      'after the database was deleted but before that was recorded',
      'database',
      'after',
      'DELETE',
      '/d1/database/[^/]+$',
    ],
  ])('finishes by itself: %s', async (_when, slug, effect, method, pathPattern) => {
    const signedUp = await signUp(factory, ada, `killed-${slug}`);
    const { account, operation } = signedUp.body;
    expect((await operationEnded(factory, ada, operation.id)).status).toBe('succeeded');
    await injectFault(factory, { match: { method, pathPattern }, effect, action: 'hang', times: 1 });
    const since = await callsSoFar(factory);
    const started = await startOperation(factory, operator, account.id, {
      kind: 'offboard',
      confirm: account.slug,
    });
    expect(started.status, started.text).toBe(202);
    await callSeen(factory, method, new RegExp(pathPattern), { since });
    process.kill(descendantMatching(factory.pid, service).pid, 'SIGKILL');
    await clearFaults(factory);

    const ended = await operationEnded(factory, operator, started.body.operation.id, { timeoutMs: 90_000 });
    expect(ended.status, ended.reason).toBe('succeeded');
    expect(await cloudInventory(factory)).toEqual(before);
    const gone = await request(`${factory.endpoints.platform}/v1/accounts/${account.id}`, {
      token: operator,
    });
    expect(gone.body).toMatchObject({ status: 'offboarded' });
  });
});
