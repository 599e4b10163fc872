import type { CompiledQuery } from 'kysely';
import type { BatchRows, Database } from '../../http/database/database.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';

/**
 * Queries that one bulk request may send, of the 1 000 that D1 allows per Worker invocation. The rest is for other work
 * of the request, such as adding an invited person.
 */
const QUERIES_MAX = 950;

/** Retries of work that D1 was too busy for, and the first pause in milliseconds. */
const RETRIES_MAX = 3;
const FIRST_PAUSE_MS = 500;

/** A database that counts its queries. */
export interface BoundedDatabase extends Database {
  /** Number of queries that may still be sent. */
  readonly left: () => number;
}

/** Counts the queries of a database. */
export function boundDatabase(database: Database): BoundedDatabase {
  let left = QUERIES_MAX;
  return {
    bookmark: () => database.bookmark(),
    left: () => left,
    async batch<const Queries extends readonly CompiledQuery[]>(
      queries: Queries,
    ): Promise<BatchRows<Queries> | Refusal> {
      left -= queries.length;
      return await database.batch(queries);
    },
  };
}

/** Retries work after D1 was too busy or was interrupted, with increasing pauses. The work must be safe to run twice. */
export async function withRetries<Value>(work: () => Promise<Value | Refusal>): Promise<Value | Refusal> {
  for (let retry = 0; ; retry++) {
    const result = await work();
    if (!isRefusal(result) || !isPassing(result) || retry === RETRIES_MAX) return result;
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** retry));
  }
}

function isPassing({ error }: Refusal): boolean {
  return error.kind === 'database_overloaded' || error.kind === 'database_interrupted';
}
