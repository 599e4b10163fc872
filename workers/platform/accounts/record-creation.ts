import { type Expression, type SqlBool, sql } from 'kysely';
import type { ApiContext } from '../../http/api/api-context.ts';
import { type AuditEntry, auditEntry, toRequestId } from '../../http/collection/audit.ts';
import { contentDigest } from '../../http/collection/digest.ts';
import type { PlatformCaller } from './caller.ts';

/**
 * Prepares the audit event of a row that a person adds to the registry. It is inserted first, under the conditions of
 * the whole batch; the row depends on `written`.
 *
 * @param row The new row. The event keeps only its digest.
 */
export async function recordCreation(
  context: Pick<ApiContext, 'nowMs' | 'traceparent'>,
  caller: PlatformCaller,
  action: 'sign-up' | 'operate',
  collection: 'accounts' | 'operations',
  row: { readonly id: string },
  condition: Expression<SqlBool>,
): Promise<AuditEntry> {
  const event = {
    action,
    collection,
    rowId: row.id,
    after: await contentDigest({ ...row }),
    requestId: toRequestId(context.traceparent),
  };
  return auditEntry(event, sql<string>`${caller.subject}`, condition, undefined, context.nowMs);
}
