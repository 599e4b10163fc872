import { cloudflare } from '../harness/client.ts';
import type { Factory } from '../harness/factory.ts';
import { newId } from '../schema/ids.ts';

const ROWS_PER_CALL = 300;
const lastNames = [
  'Holloway',
  'Vale',
  'Ashdown',
  'Brook',
  'Carrick',
  'Denholm',
  'Ellery',
  'Farrow',
  'Garside',
  'Hartley',
];
const firstNames = [
  'Margaret',
  'Rowan',
  'Idris',
  'Priya',
  'Callum',
  'Nia',
  'Tomasz',
  'Grace',
  'Hamish',
  'Leila',
];
const towns = ['Norwich', 'Leeds', 'Bath', 'Perth', 'Swansea', 'Derry', 'Truro', 'Ely', 'Ripon', 'Wells'];

/** What the generator is asked for. */
export interface ClientSeries {
  readonly accountId: string;
  readonly databaseId: string;
  readonly count: number;
  /** Length of each body's note, which brings a database to a size. */
  readonly noteLength: number;
  /** Same seed, same people. */
  readonly seed: number;
}

/** Writes clients straight into an account's database, in order of their ids, and answers those ids' first thousand. */
export async function generateClients(
  factory: Factory,
  series: ClientSeries,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const random = createRandom(series.seed);
  const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)] as string;
  const bornMs = Date.UTC(2016, 0, 1);
  const ids: string[] = [];
  for (let written = 0; written < series.count; written += ROWS_PER_CALL) {
    const rows = Array.from({ length: Math.min(ROWS_PER_CALL, series.count - written) }, (_, offset) => {
      const ordinal = written + offset;
      const createdAtMs = bornMs + ordinal * 60_000;
      const id = newId(
        'cli',
        createdAtMs,
        Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)),
      );
      const createdAt = new Date(createdAtMs).toISOString();
      if (ids.length < 1_000) ids.push(id);
      return {
        id,
        accountId: series.accountId,
        createdAt,
        createdBy: 'system',
        updatedAt: createdAt,
        updatedBy: 'system',
        version: 1,
        reference: `G-${ordinal}`,
        status: ordinal % 10 === 0 ? 'prospect' : 'active',
        firstName: pick(firstNames),
        lastName: `${pick(lastNames)}${Math.floor(random() * 2_000)}`,
        dateOfBirth: new Date(
          Date.UTC(
            1935 + Math.floor(random() * 70),
            Math.floor(random() * 12),
            1 + Math.floor(random() * 28),
          ),
        )
          .toISOString()
          .slice(0, 10),
        email: `person${ordinal}@post.example`,
        phones: [],
        addresses: [
          {
            kind: 'home',
            line1: `${1 + (ordinal % 200)} Quayside`,
            town: pick(towns),
            postcode: 'NR1 3QT',
            country: 'GB',
          },
        ],
        vulnerabilityNote: 'n'.repeat(series.noteLength),
        tags: [],
      };
    });
    const answer = await cloudflare(factory, `/d1/database/${series.databaseId}/query`, {
      method: 'POST',
      body: {
        sql: "INSERT INTO clients (id, body) SELECT value->>'id', json_remove(value, '$.id') FROM json_each(?)",
        params: [JSON.stringify(rows)],
      },
    });
    if (answer.status !== 200) throw new Error(`the generator was refused: ${answer.text.slice(0, 500)}`);
    if (written % (ROWS_PER_CALL * 100) === 0) say(`${written + rows.length} of ${series.count} clients`);
  }
  return ids;
}

/** Mulberry32: a small generator of the same numbers for the same seed, good enough for invented people. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
