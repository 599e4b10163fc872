import { type CompiledQuery, sql } from 'kysely';
import { limits } from '../../../schema/limits.ts';
import type { ApiContext } from '../../http/api-context.ts';
import type { Access } from '../../http/collection/access.ts';
import type { CollectionOptions } from '../../http/collection/collection-options.ts';
import { rowsBuilder } from '../../http/collection/rows.ts';
import type { IdempotencyKey } from '../../http/idempotency.ts';
import { toHex } from '../../http/sha256.ts';
import type { AccountBindings } from '../bindings.ts';
import type { BoundedDatabase } from './bounded-database.ts';
import type { ImportRequest } from './import-request.ts';

/** A chunk that an import with this key has committed. */
export interface StoredChunk {
  readonly ordinal: number;
  readonly request_hash: string;
  readonly sha256: string;
  readonly id_seed: string;
  readonly created_ms: number;
  /** JSON text. */
  readonly results: string;
}

/** One import while it runs. */
export interface ImportRun {
  readonly request: ImportRequest;
  readonly context: ApiContext<AccountBindings>;
  readonly access: Access;
  readonly collection: CollectionOptions<AccountBindings>;
  readonly database: BoundedDatabase;
  /** Absent only in a dry run. */
  readonly key: IdempotencyKey | undefined;
  readonly committed: ReadonlyMap<number, StoredChunk>;
  /** Unique values of all lines so far; only a dry run needs them, since its lines never reach the database. */
  readonly taken: Map<string, number>;
  readonly now: () => number;
  /** 18 hex digits from the platform's secure source. */
  readonly newSeed: () => string;
}

/** A seed for the ids of a chunk. */
export function newSeed(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(9)));
}

/** Queries that open an import: expired progress goes, so that its key can be used again; the rest is read. */
export function openImport(key: IdempotencyKey): readonly [CompiledQuery, CompiledQuery<StoredChunk>] {
  return [
    sql`delete from import_chunks where subject = ${key.subject} and created_ms <= ${expiryMs(key.nowMs)}`.compile(
      rowsBuilder,
    ),
    sql<StoredChunk>`select ordinal, request_hash, sha256, id_seed, created_ms, results from import_chunks
      where subject = ${key.subject} and key = ${key.key} order by ordinal`.compile(rowsBuilder),
  ];
}

/** Progress from before this instant, in milliseconds, is forgotten. */
export function expiryMs(nowMs: number): number {
  return nowMs - limits.idempotencyKeyLifetimeMs;
}
