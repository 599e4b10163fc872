import type { CompiledQuery } from 'kysely';
import type { BatchRows, Database } from '../../http/database/database.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';

/**
 * Queries that one request may send, of the 1 000 that D1 allows a Worker's invocation. The rest is for what a request
 * does besides, such as letting in a person who is new.
 */
const QUERIES_MAX = 950;

/** How often work is repeated that D1 was too busy for, and how long the first pause is, in milliseconds. */
const RETRIES_MAX = 3;
const FIRST_PAUSE_MS = 500;

/** A database whose queries are counted. */
export interface BoundedDatabase extends Database {
  /** Queries that may still be sent. */
  readonly left: () => number;
}

/** Puts a count on a database. */
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

/** Repeats work that D1 was too busy for or broke off, with growing pauses. Only for work that may safely run twice. */
export async function withPatience<Value>(work: () => Promise<Value | Refusal>): Promise<Value | Refusal> {
  for (let retry = 0; ; retry++) {
    const result = await work();
    if (!isRefusal(result) || !isPassing(result) || retry === RETRIES_MAX) return result;
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** retry));
  }
}

function isPassing({ error }: Refusal): boolean {
  return error.kind === 'database_overloaded' || error.kind === 'database_interrupted';
}
