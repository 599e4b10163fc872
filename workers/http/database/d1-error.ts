import { type Refusal, refuse } from '../problems/refusal.ts';

/** How long a caller waits before repeating what an overloaded database refused, in seconds. */
const RETRY_AFTER_SECONDS = 2;

/** D1 turned the batch away before it began. */
const OVERLOADED = ['D1 DB is overloaded', 'Too many requests queued'];

/** D1 broke off, before the batch, in it or after it. */
const INTERRUPTED = [
  'Network connection lost',
  'storage caused object to be reset',
  'reset because its code was updated',
  'Cannot resolve D1 DB due to transient issue',
  'Replica disconnected from primary',
  'internal error; reference =',
];

/** D1 broke off a batch that took too much: time, memory, processor. The same again would take as much. */
const EXHAUSTED = [
  'D1 DB storage operation exceeded timeout',
  'D1 DB exceeded its',
  "D1 DB's isolate exceeded its",
  'Memory limit would be exceeded',
];

/** The database has as many bytes as D1 gives one. */
const FULL = 'Exceeded maximum DB size';

/**
 * Turns what D1 throws into a refusal, where it is an expected failure.
 *
 * D1 has no error codes in the Worker, only prose, so the prose is matched here and nowhere else.
 *
 * @param toField Names the field of a UNIQUE index in the body, from its SQL table and column.
 * @returns undefined for anything unexpected, which is a bug to be thrown on.
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

/** The parts of an error's message that say what D1 refused and never hold a value, e.g. `D1_ERROR SQLITE_BUSY`. */
export function d1Code(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : '';
  return message.match(/\b(?:D1|SQLITE)_[A-Z_]+/g)?.join(' ');
}
