import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountAnswer,
  ADA,
  cloudInventory,
  type OperationAnswer,
  operationEnded,
  request,
  signUp,
  tokenFor,
} from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { callsOf, callsSoFar } from '../../harness/faults.ts';
import { descendantMatching, descendantsOf } from '../../harness/processes.ts';

const service = /automation\/main\.ts/;
const slugs = ['harbourvale', 'millbrook', 'alderford'];

describe('firms that sign up while the automation service is away', { timeout: 180_000 }, () => {
  const factory = new Factory();
  let ada: string;

  beforeAll(async () => {
    await factory.start();
    ada = await tokenFor(factory, ADA);
  });
  afterAll(() => factory.remove());

  it('are accepted, and each is provisioned exactly once when it is back', async () => {
    const since = await callsSoFar(factory);
    const supervisor = factory.pid;
    // A suspended supervisor does not restart the service.
    process.kill(supervisor, 'SIGSTOP');
    try {
      process.kill(descendantMatching(supervisor, service).pid, 'SIGKILL');
      const { automation } = factory.endpoints;
      await expect.poll(() => fetch(automation).catch(() => 'away'), { timeout: 10_000 }).toBe('away');

      const answers = await Promise.all(slugs.map((slug) => signUp(factory, ada, slug)));
      for (const answer of answers) {
        expect(answer.status, answer.text).toBe(202);
        expect(answer.headers.get('location')).toBe(`/v1/operations/${answer.body.operation.id}`);
        const operation = await read<OperationAnswer>(`operations/${answer.body.operation.id}`);
        expect(operation.status).toBe('queued');
        expect((await read<AccountAnswer>(`accounts/${answer.body.account.id}`)).status).toBe('provisioning');
      }
      expect(await callsSoFar(factory)).toBe(since);
      expect(descendantsOf(supervisor).some(({ command }) => service.test(command))).toBe(false);

      process.kill(supervisor, 'SIGCONT');
      // The platform's cron runs once a minute, and sends operations that have waited for 15 seconds.
      const operations = await Promise.all(
        answers.map(({ body }) =>
          operationEnded(factory, ada, body.operation.id, { timeoutMs: 150_000, everyMs: 500 }),
        ),
      );
      for (const operation of operations) {
        expect(operation.reason).toBeUndefined();
        expect(operation).toMatchObject({ kind: 'provision', status: 'succeeded', apiCalls: 6 });
      }
      const names = answers.map(({ body }) => `fh-${body.account.id}`).sort();
      const calls = await callsOf(factory, { since });
      expect(
        calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/d1/database')),
      ).toHaveLength(3);
      const inventory = await cloudInventory(factory);
      expect(inventory.databases?.filter((name) => name.startsWith('fh-acc-'))).toEqual(names);
      expect(inventory.buckets?.filter((name) => name.startsWith('fh-acc-'))).toEqual(names);
      for (const { body } of answers) {
        expect(await read(`accounts/${body.account.id}`)).toMatchObject({ status: 'active' });
        const token = await tokenFor(factory, ADA, { account: body.account.id });
        const clients = `${factory.endpoints.edge}/a/${body.account.slug}/v1/clients`;
        expect((await request(clients, { token })).status).toBe(200);
      }
    } finally {
      process.kill(supervisor, 'SIGCONT');
    }
  });

  async function read<Body>(path: string): Promise<Body> {
    const answer = await request<Body>(`${factory.endpoints.platform}/v1/${path}`, { token: ada });
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  }
});
