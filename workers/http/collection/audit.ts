import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { newId } from '../../../schema/model/ids.ts';
import { rowsBuilder } from './rows.ts';

/** An audit event before it is written. */
export interface AuditEvent {
  readonly action: string;
  readonly collection: string;
  readonly rowId: string;
  readonly before?: string;
  readonly after?: string;
  /** For a change: the row's new version, and the fields that changed; see `changedFields()`. */
  readonly rowVersion?: number;
  readonly changedFields?: readonly string[];
  readonly requestId?: string;
}

/** An audit event ready to be inserted, and the SQL condition that it was inserted. */
export interface AuditEntry {
  readonly insert: CompiledQuery;
  readonly written: Expression<SqlBool>;
}

/**
 * Prepares the audit event of a write.
 *
 * The event is inserted first, under the write's conditions. Every other statement of the batch depends on `written`, so
 * nothing can change without an event.
 *
 * @param actor SQL for the id of the caller.
 * @param condition SQL condition for the write; a function of `written` where it depends on that.
 * @param about SQL for the JSON array of row ids, for an event about several rows, or for the id of a row that only the
 *   database knows. Default: the event is about `rowId`.
 */
export function auditEntry(
  event: AuditEvent,
  actor: Expression<string>,
  condition: Expression<SqlBool> | ((written: Expression<SqlBool>) => Expression<SqlBool>),
  accountId: string | undefined,
  nowMs: number,
  about: { readonly rowIds?: Expression<string>; readonly rowId?: Expression<string> } = {},
): AuditEntry {
  const id = newId('aud', nowMs);
  const now = new Date(nowMs).toISOString();
  const account = accountId === undefined ? {} : { accountId };
  const body = JSON.stringify({ ...account, createdAt: now, updatedAt: now, version: 1, ...event });
  const written = sql<SqlBool>`exists (select 1 from audit_events where id = ${id})`;
  const holds = typeof condition === 'function' ? condition(written) : condition;
  const { rowIds, rowId } = about;
  const several = rowIds === undefined ? sql`` : sql`, '$.rowIds', json(${rowIds})`;
  const known = rowId === undefined ? sql`` : sql`, '$.rowId', ${rowId}`;
  return {
    insert: sql`insert into audit_events (id, body)
      select ${id}, json_set(${body}, '$.actorId', who.id, '$.createdBy', who.id, '$.updatedBy', who.id${several}${known})
      from (select ${actor} as id) as who where ${holds}`.compile(rowsBuilder),
    written,
  };
}

/** Trace id of a `traceparent`. It links an audit event to its request and log lines. */
export function toRequestId(traceparent: string): string {
  return traceparent.slice(3, 35);
}
