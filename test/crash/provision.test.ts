import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ADA,
  cloudInventory,
  type OperationAnswer,
  operationEnded,
  request,
  signUp,
  tokenFor,
} from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { callSeen, callsSoFar, clearFaults, type Fault, injectFault } from '../../harness/faults.ts';
import { descendantMatching } from '../../harness/processes.ts';
import { pendingOperations } from '../../harness/pulumi.ts';

const service = /automation\/main\.ts/;
const pulumiUp = /pulumi(\s.*)?\sup\b/;

/** A call whose answer never comes; `effect` says whether the cloud has done what was asked. */
const hang = (method: string, pathPattern: string, effect: Fault['effect']): Fault => ({
  match: { method, pathPattern },
  effect,
  action: 'hang',
  times: 1,
});

describe('a provision that is killed', { timeout: 120_000 }, () => {
  const factory = new Factory();
  let ada: string;

  beforeAll(async () => {
    await factory.start();
    ada = await tokenFor(factory, ADA);
  });
  afterEach(() => clearFaults(factory));
  afterAll(() => factory.remove());

  it('finishes by itself when the service dies before the first resource', async () => {
    const { accountId, operationId } = await begin('killed-early');
    await operationRunning(operationId);
    process.kill(descendantMatching(factory.pid, service).pid, 'SIGKILL');
    await expectWhole(accountId, operationId);
  });

  it('finishes by itself when the service dies after the database was made but before that was known', async () => {
    await injectFault(factory, hang('POST', '/d1/database$', 'after'));
    const since = await callsSoFar(factory);
    const { accountId, operationId } = await begin('killed-database');
    await callSeen(factory, 'POST', /\/d1\/database$/, { since });
    await sleep(300);
    process.kill(descendantMatching(factory.pid, service).pid, 'SIGKILL');
    await clearFaults(factory);
    await expectWhole(accountId, operationId);
  });

  it('finishes by itself when the service dies while the Worker is uploaded', async () => {
    const { accountId, operationId } = await beginWith('killed-worker', (id) =>
      hang('PUT', `/workers/scripts/fh-${id}$`, 'before'),
    );
    await callSeen(factory, 'PUT', new RegExp(`/workers/scripts/fh-${accountId}$`));
    process.kill(descendantMatching(factory.pid, service).pid, 'SIGKILL');
    await clearFaults(factory);
    await expectWhole(accountId, operationId);
  });

  it('finishes by itself when pulumi dies after the bucket was made but before that was known', async () => {
    await injectFault(factory, hang('POST', '/r2/buckets$', 'after'));
    const since = await callsSoFar(factory);
    const { accountId, operationId } = await begin('killed-pulumi');
    await callSeen(factory, 'POST', /\/r2\/buckets$/, { since });
    await sleep(300);
    process.kill(descendantMatching(factory.pid, pulumiUp).pid, 'SIGKILL');
    await clearFaults(factory);
    await expectWhole(accountId, operationId);
  });

  async function begin(slug: string) {
    const answer = await signUp(factory, ada, slug);
    expect(answer.status, answer.text).toBe(202);
    return { accountId: answer.body.account.id, operationId: answer.body.operation.id };
  }

  /** Signs up, then breaks a call that names the account; the upload comes seconds after the sign-up. */
  async function beginWith(slug: string, fault: (accountId: string) => Fault) {
    const begun = await begin(slug);
    await injectFault(factory, fault(begun.accountId));
    return begun;
  }

  async function operationRunning(operationId: string) {
    for (;;) {
      const answer = await request<OperationAnswer>(
        `${factory.endpoints.platform}/v1/operations/${operationId}`,
        {
          token: ada,
        },
      );
      if (answer.body.status !== 'queued') return;
      await sleep(20);
    }
  }

  async function expectWhole(accountId: string, operationId: string) {
    const operation = await operationEnded(factory, ada, operationId, { timeoutMs: 90_000 });
    expect(operation.status, operation.reason).toBe('succeeded');
    const name = `fh-${accountId}`;
    const inventory = await cloudInventory(factory);
    expect(inventory.databases?.filter((database) => database === name)).toEqual([name]);
    expect(inventory.buckets?.filter((bucket) => bucket === name)).toEqual([name]);
    expect(inventory.scripts?.filter((script) => script === name)).toEqual([name]);
    expect(await pendingOperations(factory, accountId)).toEqual([]);
    const account = await request(`${factory.endpoints.platform}/v1/accounts/${accountId}`, { token: ada });
    expect(account.body).toMatchObject({ status: 'active' });
  }
});
