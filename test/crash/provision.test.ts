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
import { clearFaults, type Fault, faultStruck, injectFault } from '../../harness/faults.ts';
import { descendantMatching } from '../../harness/processes.ts';
import { pendingOperations } from '../../harness/pulumi.ts';

const service = /automation\/main\.ts/;
const pulumiUp = /pulumi(\s.*)?\sup\b/;

/** A call whose response never arrives; `effect` says whether the cloud has carried out the request. */
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

  it('completes when the service dies before the first resource', async () => {
    const faults = await Promise.all(
      ['/d1/database$', '/r2/buckets$'].map((path) => injectFault(factory, hang('POST', path, 'before'))),
    );
    const { accountId, operationId } = await begin('killed-early');
    await Promise.all(faults.map((fault) => faultStruck(factory, fault)));
    expect(await standing(accountId)).toEqual({ databases: [], buckets: [], scripts: [] });
    await killAndFinish(service, accountId, operationId);
  });

  it('completes when the service dies after the database was created but before that was recorded', async () => {
    const fault = await injectFault(factory, hang('POST', '/d1/database$', 'after'));
    const { accountId, operationId } = await begin('killed-database');
    await faultStruck(factory, fault);
    await expect
      .poll(async () => (await standing(accountId)).databases, { timeout: 10_000 })
      .toEqual([`fh-${accountId}`]);
    await killAndFinish(service, accountId, operationId);
  });

  it('completes when the service dies while the Worker is uploaded', async () => {
    const fault = await injectFault(factory, hang('PUT', '/workers/scripts/fh-acc-[^/]+$', 'before'));
    const { accountId, operationId } = await begin('killed-worker');
    await faultStruck(factory, fault);
    expect((await standing(accountId)).scripts).toEqual([]);
    await killAndFinish(service, accountId, operationId);
  });

  it('completes when pulumi dies after the bucket was created but before that was recorded', async () => {
    const fault = await injectFault(factory, hang('POST', '/r2/buckets$', 'after'));
    const { accountId, operationId } = await begin('killed-pulumi');
    await faultStruck(factory, fault);
    await expect
      .poll(async () => (await standing(accountId)).buckets, { timeout: 10_000 })
      .toEqual([`fh-${accountId}`]);
    await killAndFinish(pulumiUp, accountId, operationId);
  });

  async function begin(slug: string) {
    const answer = await signUp(factory, ada, slug);
    expect(answer.status, answer.text).toBe(202);
    return { accountId: answer.body.account.id, operationId: answer.body.operation.id };
  }

  /** Kills a process in the middle of the operation, and expects a complete account nevertheless. */
  async function killAndFinish(victim: RegExp, accountId: string, operationId: string) {
    const operation = `${factory.endpoints.platform}/v1/operations/${operationId}`;
    const before = await request<OperationAnswer>(operation, { token: ada });
    expect(['queued', 'running'], before.text).toContain(before.body.status);
    process.kill(descendantMatching(factory.pid, victim).pid, 'SIGKILL');
    await clearFaults(factory);
    await expectWhole(accountId, operationId);
  }

  /** Resources in the cloud with the account's name. */
  async function standing(accountId: string) {
    const { databases, buckets, scripts } = await cloudInventory(factory);
    const own = (names: readonly string[] = []) => names.filter((name) => name === `fh-${accountId}`);
    return { databases: own(databases), buckets: own(buckets), scripts: own(scripts) };
  }

  async function expectWhole(accountId: string, operationId: string) {
    const operation = await operationEnded(factory, ada, operationId, { timeoutMs: 90_000 });
    expect(operation.status, operation.reason).toBe('succeeded');
    const name = `fh-${accountId}`;
    expect(await standing(accountId)).toEqual({ databases: [name], buckets: [name], scripts: [name] });
    expect(await pendingOperations(factory, accountId)).toEqual([]);
    const account = await request(`${factory.endpoints.platform}/v1/accounts/${accountId}`, { token: ada });
    expect(account.body).toMatchObject({ status: 'active' });
  }
});
