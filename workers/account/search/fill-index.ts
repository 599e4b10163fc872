import { type CompiledQuery, sql } from 'kysely';
import { accountTables } from '../../../schema/account/tables.ts';
import { indexNextStatements, searchShapesOf } from '../../../schema/search/search-index.ts';
import type { Database } from '../../http/database/database.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import { accountBuilder } from '../database/account-builder.ts';

/** Rows that one transaction indexes, which takes the database a fraction of a second. */
const ROWS_MAX = 500;

/** Tables with rows that are not indexed yet, in the order in which they are processed. */
const readBacklog = sql<{ readonly table_name: string }>`select table_name from search_backlog
  order by table_name`.compile(accountBuilder);

/** The result of filling the index. */
export interface FillResult {
  /** Number of transactions. */
  readonly chunks: number;
  /** Whether every row is indexed now. */
  readonly isComplete: boolean;
}

/**
 * Indexes the rows in the backlog, a few hundred per transaction, until it is empty or time is up. It can be repeated,
 * interrupted and run concurrently, because rows that are indexed are skipped.
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

/** Removes a table that a newer release had indexed and this release does not know. */
function forget(table: string): CompiledQuery<never> {
  return sql<never>`delete from search_backlog where table_name = ${table}`.compile(accountBuilder);
}
