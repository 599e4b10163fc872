import { type CompiledQuery, sql } from 'kysely';
import { accountTables } from '../../../schema/account/tables.ts';
import { indexNextStatements, searchShapesOf } from '../../../schema/search/search-index.ts';
import type { Database } from '../../http/database/database.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import { accountBuilder } from '../database/account-builder.ts';

/** Rows that one transaction indexes: a fraction of a second of the database's time. */
const ROWS_MAX = 500;

/** Tables whose rows are not all in the index, in the order in which they are worked on. */
const readBacklog = sql<{ readonly table_name: string }>`select table_name from search_backlog
  order by table_name`.compile(accountBuilder);

/** What a stretch of work on the index came to. */
export interface FillResult {
  /** Transactions that were run. */
  readonly chunks: number;
  /** Whether every row is in the index now. */
  readonly isComplete: boolean;
}

/**
 * Indexes rows that are not in the index yet, some hundreds in a transaction, until none is left or the time is up.
 * Safe to repeat, to cut off anywhere and to run twice at once: a row that is in the index is left alone.
 */
export async function fillSearchIndex(
  database: Database,
  now: () => number,
  deadlineMs: number,
): Promise<FillResult | Refusal> {
  const shapes = searchShapesOf(accountTables);
  let backlog = await database.batch([readBacklog]);
  for (let chunks = 0; ; chunks++) {
    if (isRefusal(backlog)) return backlog;
    const next = backlog[0][0]?.table_name;
    const shape = shapes.find(({ table }) => table === next);
    if (next === undefined) return { chunks, isComplete: true };
    if (now() > deadlineMs) return { chunks, isComplete: false };
    const work: readonly CompiledQuery<never>[] =
      shape === undefined
        ? [forget(next)]
        : indexNextStatements(shape, ROWS_MAX).map((text) => sql.raw<never>(text).compile(accountBuilder));
    const done = await database.batch([...work, readBacklog] as const);
    backlog = isRefusal(done) ? done : [done.at(-1) as readonly { readonly table_name: string }[]];
  }
}

/** A table that a newer release had in the index and this one does not know. */
function forget(table: string): CompiledQuery<never> {
  return sql<never>`delete from search_backlog where table_name = ${table}`.compile(accountBuilder);
}
