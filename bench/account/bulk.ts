import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Factory } from '../../harness/factory.ts';
import { summarise } from '../statistics.ts';
import type { Measurement } from '../suite.ts';
import type { BenchAccount } from './bench-account.ts';
import { inventRows } from './invented-rows.ts';
import { anyLastName, type SizedAccount } from './load.ts';
import { seededRandom } from './seeded-random.ts';
import { attachToHeap } from './worker-heap.ts';

/** Clients that a firm imports on its first day. */
const IMPORTED_CLIENTS = 100_000;
const SEARCHES = 200;

/** Cloudflare's limit for a Worker, developers.cloudflare.com/workers/platform/limits/. */
const MEMORY_LIMIT = '128 MB, a Worker’s limit';

/** Imports, exports and searches a whole account, and measures the memory of its Worker meanwhile. */
export async function measureBulk(
  factory: Factory,
  { account, clients, size }: SizedAccount,
  say: (line: string) => void,
): Promise<readonly Measurement[]> {
  // The first request starts the Worker.
  await account.administrator.send('GET', '/v1/me');
  const heap = await attachToHeap(factory, account.script);
  const measurements: Measurement[] = [];
  const jobs: Record<string, () => Promise<string>> = {
    'import 100,000 clients': () => importClients(account),
    'export all clients, NDJSON': () => exportClients(account, 'ndjson'),
    'export all clients, CSV': () => exportClients(account, 'csv'),
    'search 200 names': () => search(account, clients),
  };
  try {
    for (const [name, run] of Object.entries(jobs)) {
      const startedMs = performance.now();
      let outcome = '';
      const { peakBytes, heldBytes } = await heap.watch(async () => {
        outcome = await run();
      });
      const seconds = (performance.now() - startedMs) / 1000;
      say(
        `${name}, ${size}: ${outcome} in ${seconds.toFixed(1)} s, ${Math.round(peakBytes / 1e6)} MB at most, ${Math.round(heldBytes / 1e6)} MB held`,
      );
      measurements.push(
        { name: `${name}, ${size}`, unit: 's', value: summarise([seconds]), comparedTo: outcome },
        {
          name: `${name}, ${size}: memory held`,
          unit: 'MB',
          value: summarise([heldBytes / 1e6]),
          comparedTo: MEMORY_LIMIT,
        },
        {
          name: `${name}, ${size}: memory with garbage`,
          unit: 'MB',
          value: summarise([peakBytes / 1e6]),
        },
      );
    }
  } finally {
    heap.close();
  }
  return measurements;
}

async function importClients(account: BenchAccount): Promise<string> {
  const invent = inventRows(account.accountId, IMPORTED_CLIENTS, seededRandom(7));
  const lines = function* () {
    for (let ordinal = 0; ordinal < IMPORTED_CLIENTS; ordinal += 1) {
      const { firstName, lastName: name, dateOfBirth, email, addresses, tags } = invent.client(ordinal);
      const line = { reference: `I-${ordinal}`, status: 'active', firstName, lastName: name };
      yield `${JSON.stringify({ ...line, dateOfBirth, email, addresses, tags })}\n`;
    }
  };
  const answer = await account.administrator.open('POST', '/v1/imports/clients', Readable.from(lines()));
  let lastLine = '';
  for await (const line of createInterface({ input: answer })) lastLine = line;
  const { summary } = JSON.parse(lastLine) as { summary: { created: number; complete: boolean } };
  if (!summary.complete) throw new Error(`the import ended early: ${lastLine}`);
  return `${summary.created} created`;
}

async function exportClients(account: BenchAccount, format: string): Promise<string> {
  const answer = await account.administrator.open('GET', `/v1/exports/clients?format=${format}`);
  let sizeBytes = 0;
  let lines = 0;
  for await (const chunk of answer) {
    const bytes = chunk as Buffer;
    sizeBytes += bytes.length;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  }
  if (!answer.complete) throw new Error(`the export ended after ${lines} lines`);
  return `${lines} lines, ${(sizeBytes / 1e9).toFixed(2)} GB`;
}

async function search(account: BenchAccount, clients: number): Promise<string> {
  let found = 0;
  for (let run = 0; run < SEARCHES; run += 1) {
    const { items } = JSON.parse(
      await account.administrator.send('GET', `/v1/search?q=${anyLastName(clients)}`),
    ) as {
      items: unknown[];
    };
    found += items.length;
  }
  return `${found} found`;
}
