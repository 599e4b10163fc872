import { type Refusal, refuse } from '../problems/refusal.ts';

/** `Retry-After` for a request that an overloaded database refused, in seconds. */
const RETRY_AFTER_SECONDS = 2;

/** D1 refused the batch before it started. */
const OVERLOADED = ['D1 DB is overloaded', 'Too many requests queued'];

/** D1 was interrupted before, during or after the batch. */
const INTERRUPTED = [
  'Network connection lost',
  'storage caused object to be reset',
  'reset because its code was updated',
  'Cannot resolve D1 DB due to transient issue',
  'Replica disconnected from primary',
  'internal error; reference =',
];

/** D1 aborted a batch that exceeded its time, memory or CPU limit. An immediate repeat would exceed it again. */
const EXHAUSTED = [
  'D1 DB storage operation exceeded timeout',
  'D1 DB exceeded its',
  "D1 DB's isolate exceeded its",
  'Memory limit would be exceeded',
];

/** The database has reached D1's size limit. */
const FULL = 'Exceeded maximum DB size';

/**
 * Turns an error of D1 into a refusal, if it is an expected failure.
 *
 * D1 gives Workers only messages without error codes; this is the only place that matches them.
 *
 * @param toField Names the body field of a UNIQUE index, from its SQL table and column.
 * @returns undefined for anything unexpected, which is a bug and should be rethrown.
 */
export function toD1Refusal(
  error: unknown,
  toField: (table: string, column: string) => string = (_table, column) => column,
): Refusal | undefined {
  const message = error instanceof Error ? error.message : '';
  if (OVERLOADED.some((prose) => message.includes(prose))) {
    return refuse({ kind: 'database_overloaded', retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  if (message.includes(FULL)) return databaseFull;
  if (EXHAUSTED.some((prose) => message.includes(prose))) {
    return refuse({
      kind: 'database_interrupted',
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      isExhausted: true,
    });
  }
  if (INTERRUPTED.some((prose) => message.includes(prose))) {
    return refuse({ kind: 'database_interrupted', retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  const unique = /UNIQUE constraint failed: ([^:]+?)(?:: SQLITE_|$)/.exec(message)?.[1];
  if (unique === undefined) return undefined;
  const columns = unique.split(',').map((part) => part.trim().split('.'));
  if (columns.some(([table]) => table === 'idempotency_keys'))
    return refuse({ kind: 'idempotency_in_flight' });
  return refuse({
    kind: 'duplicate',
    errors: columns.map(([table = '', column = '']) => ({
      pointer: `#/${toField(table, column)}`,
      detail: 'is taken by another row',
    })),
  });
}

const databaseFull = refuse({
  kind: 'own',
  code: 'database-full',
  status: 507,
  title: 'The database is full',
  detail: 'Nothing was written. Delete or export what is no longer needed, or ask the operator.',
});

/** The codes in an error's message, which never contain a value, e.g. `D1_ERROR SQLITE_BUSY`. */
export function d1Code(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : '';
  return message.match(/\b(?:D1|SQLITE)_[A-Z_]+/g)?.join(' ');
}
