import { randomUUID } from 'node:crypto';
import { operationEnded, signUp } from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { requestWithHost } from '../../harness/raw-request.ts';
import { mintToken } from '../../harness/secrets.ts';
import { bareWorkerHost, deployBareWorker } from '../bare-worker.ts';
import { liftRateLimit } from '../lift-rate-limit.ts';
import { summarise } from '../statistics.ts';
import type { Measurement, Suite } from '../suite.ts';

const WARM_UP = 50;
const RUNS = 500;

/** One request after another to the account's Worker, compared with a bare Worker that runs the same single query. */
export const requestSuite: Suite = {
  name: 'request',
  description: `${RUNS} requests each way, one after another and in turn, both Workers reached at their own host through the local edge. The account's Worker verifies the token, checks rights, writes the audit trail and answers by the conventions; the bare Worker runs one query.`,
  async run() {
    const factory = new Factory();
    try {
      await factory.start();
      const email = 'bench@harbourvale.example';
      const platformToken = await mintToken(factory, { email, audience: 'urn:freehold:platform' });
      const signedUp = (await signUp(factory, platformToken, 'bench')).body;
      await operationEnded(factory, platformToken, signedUp.operation.id);
      await liftRateLimit(factory, signedUp.account.id);
      const token = await mintToken(factory, {
        email,
        audience: `urn:freehold:account:${signedUp.account.id}`,
      });
      const accountHost = `${signedUp.account.id}.${factory.endpoints.accountsZone}`;
      await deployBareWorker(factory);

      const client = (reference: string) =>
        JSON.stringify({ reference, status: 'active', firstName: 'Rowan', lastName: 'Vale' });
      const post = (host: string, path: string) =>
        requestWithHost(factory.endpoints.edge, host, path, {
          method: 'POST',
          token,
          body: client(randomUUID().slice(0, 12)),
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        });
      const get = (host: string, path: string) =>
        requestWithHost(factory.endpoints.edge, host, path, { token });

      const ours = JSON.parse((await post(accountHost, '/v1/clients')).text).id as string;
      const bare = JSON.parse((await post(bareWorkerHost(factory), '/rows')).text).id as string;
      const cases: Record<string, () => Promise<{ status: number; text: string }>> = {
        'GET one, account Worker': () => get(accountHost, `/v1/clients/${ours}`),
        'GET one, bare Worker': () => get(bareWorkerHost(factory), `/rows/${bare}`),
        'POST one, account Worker': () => post(accountHost, '/v1/clients'),
        'POST one, bare Worker': () => post(bareWorkerHost(factory), '/rows'),
      };
      const timesMs = new Map<string, number[]>(Object.keys(cases).map((name) => [name, []]));
      for (let run = -WARM_UP; run < RUNS; run += 1) {
        for (const [name, send] of Object.entries(cases)) {
          const startedMs = performance.now();
          const answer = await send();
          const wallMs = performance.now() - startedMs;
          if (answer.status >= 300) throw new Error(`${name} was answered ${answer.status}: ${answer.text}`);
          if (run >= 0) timesMs.get(name)?.push(wallMs);
        }
      }
      return [...timesMs].map(
        ([name, values]): Measurement => ({
          name,
          unit: 'ms',
          value: summarise(values),
          ...(name.includes('bare') ? {} : { comparedTo: name.replace('account Worker', 'bare Worker') }),
        }),
      );
    } finally {
      await factory.remove();
    }
  },
};
