import type { ApiContext } from '../../http/api/api-context.ts';
import type { Access, Caller } from '../../http/collection/access.ts';
import type { CollectionOptions } from '../../http/collection/collection-options.ts';
import { toHex } from '../../http/encoding/sha256.ts';
import type { IdempotencyKey } from '../../http/request/idempotency.ts';
import type { AccountBindings } from '../bindings.ts';
import type { BoundedDatabase } from './bounded-database.ts';
import type { ImportProgress } from './import-progress.ts';
import type { ImportRequest } from './import-request.ts';

/** A running import. */
export interface ImportRun {
  readonly request: ImportRequest;
  readonly context: ApiContext<AccountBindings>;
  readonly access: Access;
  readonly caller: Caller;
  readonly collection: CollectionOptions<AccountBindings>;
  readonly database: BoundedDatabase;
  /** Absent only in a dry run. */
  readonly key: IdempotencyKey | undefined;
  readonly progress: ImportProgress;
  /**
   * Unique values of all lines so far. Only a dry run needs them, because its lines never reach the database. The query
   * limit of a request bounds their number.
   */
  readonly taken: Map<string, number>;
  readonly now: () => number;
  /** 18 hex digits from a secure random source. */
  readonly newSeed: () => string;
}

/** A random seed for the ids of a chunk. */
export function newSeed(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(9)));
}
