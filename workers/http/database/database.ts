import type { CompiledQuery } from 'kysely';
import type { Refusal } from '../problems/refusal.ts';
import { toD1Refusal } from './d1-error.ts';
import { repeatInterrupted } from './interrupted.ts';

/** The rows of each query of a batch, with the query's row type. */
export type BatchRows<Queries extends readonly CompiledQuery[]> = {
  readonly [Index in keyof Queries]: Queries[Index] extends CompiledQuery<infer Row> ? readonly Row[] : never;
};

/** One request's view of a D1 database: a session, so its reads never go back in time. */
export interface Database {
  /**
   * Runs queries in order as one transaction, in one round trip. If D1 is interrupted, a batch of reads or `repeatable()`
   * queries runs once more; other batches do not, because they may have been committed.
   *
   * @returns The rows of each query, or a refusal. Nothing was written when D1 is overloaded (503) or a value is taken
   *   (409); after an interruption (503, `database_interrupted`) everything or nothing was written.
   */
  batch<const Queries extends readonly CompiledQuery[]>(
    queries: Queries,
  ): Promise<BatchRows<Queries> | Refusal>;
  /** Bookmark of the last batch; null before the first one. */
  bookmark(): string | null;
}

/** Start of a session: a bookmark, or one of D1's two constraints. */
export type SessionStart = string | 'first-primary' | 'first-unconstrained';

/**
 * Opens a session.
 *
 * @param toField Name for the caller of a column whose value is taken; see `toD1Refusal`.
 */
export function openDatabase(
  binding: D1Database,
  start: SessionStart,
  toField?: (table: string, column: string) => string,
): Database {
  const session = binding.withSession(start);
  return {
    async batch<const Queries extends readonly CompiledQuery[]>(queries: Queries) {
      const run = async (): Promise<BatchRows<Queries> | Refusal> => {
        const statements = queries.map((query) => session.prepare(query.sql).bind(...query.parameters));
        try {
          const results = await session.batch(statements);
          return results.map((result) => result.results) as BatchRows<Queries>;
        } catch (error) {
          const refusal = toD1Refusal(error, toField);
          if (refusal === undefined) throw error;
          return refusal;
        }
      };
      return queries.every(isRepeatable) ? await repeatInterrupted(run) : await run();
    },
    bookmark: () => session.getBookmark(),
  };
}

/** A database for a request that must not reach one: every batch is answered with the refusal. */
export function refusingDatabase(refusal: Refusal): Database {
  return { batch: async () => refusal, bookmark: () => null };
}

const READ = /^\s*(?:select|with)\b/i;

/** Matches writes inside a query that starts with WITH. Values are bound parameters, so callers cannot cause a match. */
const WRITE = /\b(?:insert\s+(?:or|into)|replace\s+into|update\s+\S+\s+set|delete\s+from)\b/i;

const repeatableQueries = new WeakSet<CompiledQuery>();

/** Marks a write that is safe to run twice, because its own effect makes the second run a no-op. */
export function repeatable<Query extends CompiledQuery>(query: Query): Query {
  repeatableQueries.add(query);
  return query;
}

function isRepeatable(query: CompiledQuery): boolean {
  return repeatableQueries.has(query) || (READ.test(query.sql) && !WRITE.test(query.sql));
}
