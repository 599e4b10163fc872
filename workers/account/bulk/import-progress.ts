import { type CompiledQuery, sql } from 'kysely';
import { limits } from '../../../schema/model/limits.ts';
import type { Access } from '../../http/collection/access.ts';
import { rowsBuilder } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { IdempotencyKey } from '../../http/request/idempotency.ts';
import { type BoundedDatabase, withRetries } from './bounded-database.ts';

/** A committed chunk of an import with this key. */
export interface StoredChunk {
  readonly ordinal: number;
  readonly request_hash: string;
  readonly sha256: string;
  readonly id_seed: string;
  readonly created_ms: number;
  /** JSON text. */
  readonly results: string;
}

/** Characters of results that are read at once. A chunk without faults has a few dozen. */
const PAGE_LENGTH_MAX = 2_000_000;

/** Finds the committed chunks of an import, in order. */
export interface ImportProgress {
  readonly find: (ordinal: number) => Promise<StoredChunk | undefined | Refusal>;
}

/** The progress of a dry run: none. */
export const NO_PROGRESS: ImportProgress = { find: async () => undefined };

/** Queries that open an import: delete expired progress, so that its key can be used again, then read the first page. */
export function openImport(key: IdempotencyKey): readonly [CompiledQuery, CompiledQuery<StoredChunk>] {
  return [
    sql`delete from import_chunks where subject = ${key.subject} and created_ms <= ${expiryMs(key.nowMs)}`.compile(
      rowsBuilder,
    ),
    selectPage(key, 0),
  ];
}

/**
 * The progress of an import, read page by page as its chunks are reached, because the stored results have no bound.
 *
 * @param first The page that `openImport()` read.
 */
export function createProgress(
  database: BoundedDatabase,
  access: Access,
  key: IdempotencyKey,
  first: readonly StoredChunk[],
): ImportProgress {
  let page = new Map(first.map((chunk) => [chunk.ordinal, chunk]));
  let last = first.at(-1)?.ordinal ?? -1;
  let isEnd = first.length === 0;
  return {
    find: async (ordinal) => {
      if (ordinal > last && !isEnd) {
        const found = await withRetries(() => runAllowed(database, access, [selectPage(key, ordinal)]));
        if (isRefusal(found)) return found;
        const [rows] = found.rows;
        page = new Map(rows.map((chunk) => [chunk.ordinal, chunk]));
        [last, isEnd] = [rows.at(-1)?.ordinal ?? last, rows.length === 0];
      }
      return page.get(ordinal);
    },
  };
}

function selectPage({ subject, key }: IdempotencyKey, from: number): CompiledQuery<StoredChunk> {
  return sql<StoredChunk>`select ordinal, request_hash, sha256, id_seed, created_ms, results from (
      select *, sum(length(results)) over (order by ordinal) - length(results) as length_before
      from import_chunks where subject = ${subject} and key = ${key} and ordinal >= ${from} order by ordinal)
    where length_before < ${PAGE_LENGTH_MAX} order by ordinal`.compile(rowsBuilder);
}

/** Progress from before this instant, in milliseconds, has expired. */
export function expiryMs(nowMs: number): number {
  return nowMs - limits.idempotencyKeyLifetimeMs;
}
