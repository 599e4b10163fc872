import { operationEnded, request, signUp } from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';
import { mintToken } from '../../harness/secrets.ts';
import { summarise } from '../statistics.ts';
import type { Suite } from '../suite.ts';

const RUNS = 20;

/** From the sign-up to the first response of the firm's API. Every account is new, so every run is cold. */
export const signUpSuite: Suite = {
  name: 'sign-up',
  description: `${RUNS} firms, one after another: POST /v1/accounts, wait for the operation, first call of the firm's own API.`,
  async run(say) {
    const factory = new Factory();
    const readyMs: number[] = [];
    const firstCallMs: number[] = [];
    const apiCalls: number[] = [];
    try {
      await factory.start();
      const email = 'bench@harbourvale.example';
      const token = await mintToken(factory, {
        email,
        audience: 'urn:freehold:platform',
        roles: ['operator'],
      });
      for (let run = 0; run < RUNS; run += 1) {
        const slug = `bench-${run}`;
        const startedMs = performance.now();
        const answer = await signUp(factory, token, slug);
        const operation = await operationEnded(factory, token, answer.body.operation.id, { everyMs: 20 });
        if (operation.status !== 'succeeded')
          throw new Error(`${slug} ended ${operation.status}: ${operation.reason}`);
        readyMs.push(performance.now() - startedMs);
        const audience = `urn:freehold:account:${answer.body.account.id}`;
        const accountToken = await mintToken(factory, { email, audience });
        const first = await request(`${factory.endpoints.edge}/a/${slug}/v1/clients`, {
          token: accountToken,
        });
        if (first.status !== 200)
          throw new Error(`the first call of ${slug} was answered ${first.status}: ${first.text}`);
        firstCallMs.push(performance.now() - startedMs);
        apiCalls.push(operation.apiCalls);
        say(`${slug}: ready ${Math.round(readyMs.at(-1) ?? 0)} ms, ${operation.apiCalls} calls`);
      }
    } finally {
      await factory.remove();
    }
    return [
      { name: 'sign-up to ready', unit: 'ms', value: summarise(readyMs), comparedTo: 'aim: p50 ≤ 4000' },
      { name: 'sign-up to first successful call', unit: 'ms', value: summarise(firstCallMs) },
      {
        name: 'Cloudflare API calls of a sign-up',
        unit: 'calls',
        value: summarise(apiCalls),
        comparedTo: 'aim: ≤ 6',
      },
    ];
  },
};
