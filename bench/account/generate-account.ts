import { cloudflare } from '../../harness/client.ts';
import type { Factory } from '../../harness/factory.ts';
import { type InventedRow, inventRows } from './invented-rows.ts';
import { seededRandom } from './seeded-random.ts';

/** Rows per statement: about half of the 2 MB that D1 accepts as one value. */
const ROWS_PER_CALL = 500;

/** Options of the generator. Cases, documents and contacts come in fixed shares of the clients. */
export interface AccountSeries {
  readonly accountId: string;
  readonly databaseId: string;
  /** Number of clients. For every 10 there are 7 cases, 9 documents and 2 contacts. */
  readonly clients: number;
  /** The same seed gives the same rows. */
  readonly seed: number;
}

/** Rows per client. */
const SHARES = { cases: 0.7, documents: 0.9, contacts: 0.2 };

/**
 * Writes an account's rows directly into its database, with the API for operators and without audit events.
 *
 * @returns Ids of at most a thousand clients, spread over the table.
 */
export async function generateAccount(
  factory: Factory,
  { accountId, databaseId, clients, seed }: AccountSeries,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const random = seededRandom(seed);
  const invent = inventRows(accountId, clients, random);
  const ids: string[] = [];
  const indexes = await dropIndexes(factory, databaseId);
  const insert = async (table: string, count: number, row: (ordinal: number) => InventedRow) => {
    for (let written = 0; written < count; written += ROWS_PER_CALL) {
      const size = Math.min(ROWS_PER_CALL, count - written);
      const rows = Array.from({ length: size }, (_, offset) => row(written + offset));
      await query(
        factory,
        databaseId,
        `INSERT INTO ${table} (id, body) SELECT value->>'id', json_remove(value, '$.id') FROM json_each(?)`,
        [JSON.stringify(rows)],
      );
      if (written % (ROWS_PER_CALL * 200) === 0) say(`${written + size} of ${count} ${table}`);
    }
  };
  await insert('clients', clients, (ordinal) => {
    const row = invent.client(ordinal);
    ids.push(row.id);
    return row;
  });
  await insert('cases', clients * SHARES.cases, (ordinal) => invent.case(ordinal, random.pick(ids)));
  await insert('documents', clients * SHARES.documents, (ordinal) =>
    invent.document(ordinal, random.pick(ids)),
  );
  await insert('contact_individuals', clients * SHARES.contacts, invent.contact);
  say(`${indexes.length} indexes`);
  for (const statement of indexes) await query(factory, databaseId, statement);
  return Array.from({ length: Math.min(ids.length, 1_000) }, () => random.pick(ids));
}

/**
 * Drops the indexes while rows are written, as a restore does: sorting a million keys once is faster than inserting them
 * one by one.
 *
 * @returns The statements that create the indexes again.
 */
async function dropIndexes(factory: Factory, databaseId: string): Promise<readonly string[]> {
  const tables = ['clients', 'cases', 'documents', 'contact_individuals'];
  const found = await query<{ name: string; sql: string }>(
    factory,
    databaseId,
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(tables)],
  );
  for (const { name } of found) await query(factory, databaseId, `DROP INDEX ${name}`);
  return found.map(({ sql }) => sql);
}

async function query<Row>(
  factory: Factory,
  databaseId: string,
  sql: string,
  params: readonly string[] = [],
): Promise<readonly Row[]> {
  const answer = await cloudflare<{ results: readonly Row[] }[]>(
    factory,
    `/d1/database/${databaseId}/query`,
    {
      method: 'POST',
      body: { sql, params },
    },
  );
  if (answer.status !== 200) throw new Error(`the generator was refused: ${answer.text.slice(0, 500)}`);
  return answer.body.result[0]?.results ?? [];
}

/** Size of an account's database on disk, in bytes. */
export async function databaseSizeBytes(factory: Factory, databaseId: string): Promise<number> {
  const { body } = await cloudflare<{ file_size: number }>(factory, `/d1/database/${databaseId}`);
  return body.result.file_size;
}
