import { randomUUID } from 'node:crypto';
import { Factory } from '../../harness/factory.ts';
import { type BenchAccount, createBenchAccount } from '../bench-account.ts';
import { runClosedLoop } from '../closed-loop.ts';
import { generateClients } from '../generate-clients.ts';
import type { Measurement, Suite } from '../suite.ts';

const USERS = [1, 64, 4_000];
const THINK_MS = { 1: 0, 64: 1_000, 4000: 20_000 } as const satisfies Record<number, number>;
const DURATION_MS = 12_000;
const WARM_UP_MS = 2_000;

/** Two databases: one that fits into any cache, and one of ten years of a large firm. */
const SMALL = { name: 'small', count: 10_000, noteLength: 200 };
const LARGE = { name: 'large', count: 1_000_000, noteLength: 3_300 };

/** The account's API under people, in a small and in a large database. */
export const accountApiSuite: Suite = {
  name: 'account-api',
  description: `List, get, create, search and upload against one account in a closed loop: 1 user without a pause, 64 users who think for a second, 4,000 users who think for twenty; ${(DURATION_MS - WARM_UP_MS) / 1000} s each. "small" has ${SMALL.count} clients, "large" 1,000,000 in about 5 GB. FREEHOLD_BENCH_CLIENTS makes the large one smaller. The load, the edge, workerd and the database share the machine's cores.`,
  async run(say) {
    const factory = new Factory();
    try {
      await factory.start();
      const measurements: Measurement[] = [];
      for (const size of [SMALL, { ...LARGE, count: largeCount() }]) {
        const account = await createBenchAccount(factory, `bench-${size.name}`, Math.max(...USERS));
        const ids = await generateClients(factory, { ...account, ...size, seed: 42 }, say);
        measurements.push(...(await measure(account, size.name, ids, say)));
      }
      return measurements;
    } finally {
      await factory.remove();
    }
  },
};

async function measure(
  account: BenchAccount,
  size: string,
  ids: readonly string[],
  say: (line: string) => void,
): Promise<readonly Measurement[]> {
  const documents = new Map<number, string>();
  const documentOf = async (user: number) => {
    const known = documents.get(user);
    if (known !== undefined) return known;
    const body = JSON.stringify({ title: 'Bench', fileName: 'bench.txt' });
    const { id } = JSON.parse(await account.send(user, 'POST', '/v1/documents', body)) as { id: string };
    documents.set(user, id);
    return id;
  };
  const anyId = () => ids[Math.floor(Math.random() * ids.length)] as string;
  const operations: Record<string, (user: number) => Promise<unknown>> = {
    list: (user) => account.send(user, 'GET', '/v1/clients?status=active&sort=lastName&limit=50'),
    get: (user) => account.send(user, 'GET', `/v1/clients/${anyId()}`),
    create: (user) =>
      account.send(
        user,
        'POST',
        '/v1/clients',
        JSON.stringify({ reference: randomUUID(), lastName: `Bench${randomUUID().slice(0, 8)}` }),
      ),
    search: (user) => account.send(user, 'GET', `/v1/search?q=holloway${Math.floor(Math.random() * 2_000)}`),
    // Each user has a document of their own: uploads to one document would only measure their conflicts.
    upload: async (user) =>
      account.send(
        user,
        'PUT',
        `/v1/documents/${await documentOf(user)}/content`,
        'x'.repeat(64 * 1024),
        'text/plain',
      ),
  };
  const measurements: Measurement[] = [];
  for (const users of USERS) {
    for (const [name, send] of Object.entries(operations)) {
      const thinkMs = THINK_MS[users as keyof typeof THINK_MS];
      const result = await runClosedLoop({
        users,
        thinkMs,
        durationMs: DURATION_MS + thinkMs,
        warmUpMs: WARM_UP_MS + thinkMs,
        send: async (user) => void (await send(user)),
      });
      const title = `${name}, ${users} users, ${size}`;
      if (result.failures > 0) say(`${title}: ${result.failures} failed, first: ${result.firstFailure}`);
      say(`${title}: p50 ${result.latencyMs.p50.toFixed(1)} ms, ${Math.round(result.requestsPerSecond)}/s`);
      measurements.push({
        name: title,
        unit: 'ms',
        value: result.latencyMs,
        comparedTo: `${Math.round(result.requestsPerSecond)} requests/s`,
      });
    }
  }
  return measurements;
}

function largeCount(): number {
  // biome-ignore lint/style/noProcessEnv: the one setting of the benchmarks, read where it is used
  const asked = Number(process.env.FREEHOLD_BENCH_CLIENTS);
  return Number.isInteger(asked) && asked > 0 ? asked : LARGE.count;
}
