import type { Factory } from '../../harness/factory.ts';
import { requestWithHost } from '../../harness/raw-request.ts';
import { bareWorkerHost, deployBareWorker } from '../bare-worker.ts';
import { summarise } from '../statistics.ts';
import type { Measurement } from '../suite.ts';
import type { BenchPerson } from './bench-account.ts';
import { anyLastName, type SizedAccount } from './load.ts';

const RUNS = 300;
const WARM_UP = 50;

/** The same reads as plain SQL, without token, permissions, pages and audit. */
const queries = {
  get: 'SELECT id, body FROM clients WHERE id = ?',
  list: "SELECT id, body FROM clients WHERE status = 'active' ORDER BY last_name, id LIMIT 50",
  search:
    'SELECT row_id FROM search_index JOIN search_entries ON position = search_index.rowid WHERE search_index MATCH ? ORDER BY rank LIMIT 20',
};

/**
 * Sends requests to the account's Worker and a bare Worker in turn, both bound to the same database. The difference is
 * the overhead of the account's Worker over the query.
 */
export async function measureOverhead(
  factory: Factory,
  { account, size, clients, ids }: SizedAccount,
): Promise<readonly Measurement[]> {
  await deployBareWorker(factory, { databaseId: account.databaseId, queries });
  const anyId = () => ids[Math.floor(Math.random() * ids.length)] as string;
  const bare = async (name: keyof typeof queries, parameter?: string) => {
    const path = `/queries/${name}${parameter === undefined ? '' : `?parameter=${parameter}`}`;
    const answer = await requestWithHost(factory.endpoints.edge, bareWorkerHost(factory), path);
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`);
  };
  const [person] = account.caseworkers as [BenchPerson];
  const pairs: Record<string, readonly [() => Promise<unknown>, () => Promise<void>]> = {
    get: [() => person.send('GET', `/v1/clients/${anyId()}`), () => bare('get', anyId())],
    'get with sensitive fields': [
      () => account.administrator.send('GET', `/v1/clients/${anyId()}`),
      () => bare('get', anyId()),
    ],
    list: [() => person.send('GET', '/v1/clients?status=active&sort=lastName&limit=50'), () => bare('list')],
    search: [
      () => person.send('GET', `/v1/search?q=${anyLastName(clients)}`),
      () => bare('search', `${anyLastName(clients)}*`),
    ],
  };

  const measurements: Measurement[] = [];
  for (const [name, sends] of Object.entries(pairs)) {
    const timesMs: [number[], number[]] = [[], []];
    for (let run = -WARM_UP; run < RUNS; run += 1) {
      for (const [index, send] of sends.entries()) {
        const startedMs = performance.now();
        await send();
        if (run >= 0) timesMs[index]?.push(performance.now() - startedMs);
      }
    }
    const [ours, theirs] = timesMs.map(summarise) as [
      ReturnType<typeof summarise>,
      ReturnType<typeof summarise>,
    ];
    const overhead = `${(ours.p50 - theirs.p50).toFixed(2)} ms over the bare query`;
    measurements.push(
      { name: `${name}, account Worker, ${size}`, unit: 'ms', value: ours, comparedTo: overhead },
      { name: `${name}, bare query, ${size}`, unit: 'ms', value: theirs },
    );
  }
  return measurements;
}
