import type { ApiContext } from '../../http/api/api-context.ts';
import type { Access, Caller } from '../../http/collection/access.ts';
import type { CollectionOptions } from '../../http/collection/collection-options.ts';
import { toHex } from '../../http/encoding/sha256.ts';
import type { IdempotencyKey } from '../../http/request/idempotency.ts';
import type { AccountBindings } from '../bindings.ts';
import type { BoundedDatabase } from './bounded-database.ts';
import type { ImportProgress } from './import-progress.ts';
import type { ImportRequest } from './import-request.ts';

/** One import while it runs. */
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
   * Unique values of all lines so far; only a dry run needs them, since its lines never reach the database. What one
   * request may ask the database bounds how many lines there are.
   */
  readonly taken: Map<string, number>;
  readonly now: () => number;
  /** 18 hex digits from the platform's secure source. */
  readonly newSeed: () => string;
}

/** A seed for the ids of a chunk. */
export function newSeed(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(9)));
}
