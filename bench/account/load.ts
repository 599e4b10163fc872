import { randomUUID } from 'node:crypto';
import { runClosedLoop } from '../closed-loop.ts';
import type { Measurement } from '../suite.ts';
import type { BenchAccount, BenchPerson } from './bench-account.ts';
import { countLastNames, lastName } from './invented-rows.ts';

const MEASURED_MS = 10_000;
const WARM_UP_MS = 2_000;
const UPLOAD_BYTES = 64 * 1024;

/** Number of concurrent users, and how long each pauses between a response and the next request. */
interface Crowd {
  readonly users: number;
  readonly thinkMs: number;
  /** Pause before the next upload, which is longer, because people rarely upload files. */
  readonly uploadThinkMs: number;
}

/** One user without a pause shows the latency; 4,000 is the largest firm that an account is designed for. */
const crowds: readonly Crowd[] = [
  { users: 1, thinkMs: 0, uploadThinkMs: 0 },
  { users: 64, thinkMs: 1_000, uploadThinkMs: 2_000 },
  { users: 4_000, thinkMs: 30_000, uploadThinkMs: 120_000 },
];

/** Number of users that an account needs for this benchmark. */
export const usersMax = Math.max(...crowds.map(({ users }) => users));

const operationNames = ['list', 'get', 'create', 'search', 'upload'] as const;

type OperationName = (typeof operationNames)[number];
type Operation = (person: BenchPerson) => Promise<unknown>;
type Operations = Readonly<Record<OperationName, Operation>>;

/** An account with a named database size, and ids of some of its clients. */
export interface SizedAccount {
  readonly size: string;
  readonly account: BenchAccount;
  /** Number of clients. */
  readonly clients: number;
  readonly ids: readonly string[];
}

/** The operations of an account's users, by name. */
function operationsOf({ clients, ids }: SizedAccount): Operations {
  const content = 'x'.repeat(UPLOAD_BYTES);
  const documents = new Map<BenchPerson, Promise<string>>();
  // Each user has their own document: uploads to a shared document would only measure conflicts.
  const documentOf = (person: BenchPerson) => {
    const known = documents.get(person) ?? createDocument(person);
    documents.set(person, known);
    return known;
  };
  const anyId = () => ids[Math.floor(Math.random() * ids.length)] as string;
  return {
    list: (person) => person.send('GET', '/v1/clients?status=active&sort=lastName&limit=50'),
    get: (person) => person.send('GET', `/v1/clients/${anyId()}`),
    create: (person) =>
      person.send(
        'POST',
        '/v1/clients',
        JSON.stringify({ reference: randomUUID(), lastName: `Bench${randomUUID().slice(0, 8)}` }),
      ),
    search: (person) => person.send('GET', `/v1/search?q=${anyLastName(clients)}`),
    upload: async (person) =>
      person.send('PUT', `/v1/documents/${await documentOf(person)}/content`, content, 'text/plain'),
  };
}

/** Runs every operation with every crowd. The databases take turns, so that variations of the machine affect both. */
export async function measureLoad(
  accounts: readonly SizedAccount[],
  say: (line: string) => void,
): Promise<readonly Measurement[]> {
  const operations = accounts.map(operationsOf);
  const measurements: Measurement[] = [];
  for (const crowd of crowds) {
    for (const name of operationNames) {
      const medians: number[] = [];
      for (const [index, { size, account }] of accounts.entries()) {
        const title = `${name}, ${crowd.users} ${crowd.users === 1 ? 'user' : 'users'}, ${size}`;
        const result = await loop(crowd, name, account, (operations[index] as Operations)[name]);
        medians.push(result.latencyMs.p50);
        const said = [
          `${Math.round(result.requestsPerSecond)} requests/s`,
          ...(index === 0
            ? []
            : [
                `p50 ${((medians[index] as number) / (medians[0] as number)).toFixed(2)} × ${accounts[0]?.size}`,
              ]),
          ...(result.failures === 0 ? [] : [`${result.failures} failed`]),
        ].join(', ');
        say(`${title}: p50 ${result.latencyMs.p50.toFixed(1)} ms, ${said}`);
        if (result.failures > 0) say(`first failure: ${result.firstFailure}`);
        measurements.push({ name: title, unit: 'ms', value: result.latencyMs, comparedTo: said });
      }
    }
  }
  return measurements;
}

function loop(crowd: Crowd, name: OperationName, account: BenchAccount, send: Operation) {
  const thinkMs = name === 'upload' ? crowd.uploadThinkMs : crowd.thinkMs;
  return runClosedLoop({
    users: crowd.users,
    thinkMs,
    durationMs: thinkMs + WARM_UP_MS + MEASURED_MS,
    warmUpMs: thinkMs + WARM_UP_MS,
    send: async (user) => void (await send(account.caseworkers[user] as BenchPerson)),
  });
}

/** A random last name of an account with this many clients. */
export function anyLastName(clients: number): string {
  return lastName(Math.floor(Math.random() * countLastNames(clients)));
}

async function createDocument(person: BenchPerson): Promise<string> {
  const body = JSON.stringify({ title: 'Bench', fileName: 'bench.txt' });
  return (JSON.parse(await person.send('POST', '/v1/documents', body)) as { id: string }).id;
}
