import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { newId } from '../../../schema/model/ids.ts';
import { rowsBuilder } from './rows.ts';

/** One line of the audit trail before it is written. */
export interface AuditEvent {
  readonly action: string;
  readonly collection: string;
  readonly rowId: string;
  readonly before?: string;
  readonly after?: string;
  /** Of a change: the row's version after it, and the fields that it changed; see `changedFields()`. */
  readonly rowVersion?: number;
  readonly changedFields?: readonly string[];
  readonly requestId?: string;
}

/** An audit event that is ready to be written, and the condition that says in SQL that it was. */
export interface AuditEntry {
  readonly insert: CompiledQuery;
  readonly written: Expression<SqlBool>;
}

/**
 * Prepares the audit event of a write.
 *
 * The event goes first and carries the write's conditions; every other statement of the batch then depends on
 * `written`. So nothing is ever changed without its event, and nothing in SQL has to guess whether the write happened.
 *
 * @param actor SQL for the id of who acts.
 * @param condition SQL condition under which the write happens at all; made from `written` where it depends on that.
 * @param rowIds SQL for the JSON array of the rows of an event that is about several. Default: about `rowId` alone.
 */
export function auditEntry(
  event: AuditEvent,
  actor: Expression<string>,
  condition: Expression<SqlBool> | ((written: Expression<SqlBool>) => Expression<SqlBool>),
  accountId: string | undefined,
  nowMs: number,
  rowIds?: Expression<string>,
): AuditEntry {
  const id = newId('aud', nowMs);
  const now = new Date(nowMs).toISOString();
  const account = accountId === undefined ? {} : { accountId };
  const body = JSON.stringify({ ...account, createdAt: now, updatedAt: now, version: 1, ...event });
  const written = sql<SqlBool>`exists (select 1 from audit_events where id = ${id})`;
  const holds = typeof condition === 'function' ? condition(written) : condition;
  const several = rowIds === undefined ? sql`` : sql`, '$.rowIds', json(${rowIds})`;
  return {
    insert: sql`insert into audit_events (id, body)
      select ${id}, json_set(${body}, '$.actorId', who.id, '$.createdBy', who.id, '$.updatedBy', who.id${several})
      from (select ${actor} as id) as who where ${holds}`.compile(rowsBuilder),
    written,
  };
}

/** Trace id of a `traceparent`: what ties an audit event to the request and its log lines. */
export function toRequestId(traceparent: string): string {
  return traceparent.slice(3, 35);
}
