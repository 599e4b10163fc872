import { sql } from 'kysely';
import { limits } from '../../../schema/model/limits.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { changeRow } from '../../http/collection/change-row.ts';
import type { Change } from '../../http/collection/collection-options.ts';
import { selectRow } from '../../http/collection/get-row.ts';
import { type ReadRow, withoutTracking } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { parseCursor, toCursor } from '../../http/lists/cursor.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { parseIfMatch } from '../../http/request/etag.ts';
import type { AccountBindings } from '../bindings.ts';
import { accountBuilder } from '../database/account-builder.ts';
import { authorizeVerb } from '../identity/authorize.ts';
import type { ContentRow } from './content/content-rows.ts';
import { NO_VERSION } from './content/get-content.ts';
import { documentCollection } from './document-collection.ts';
import { removeLater } from './remove-bytes.ts';
import { keepWhatMustBeKept } from './retention.ts';

/** `GET /v1/documents/{id}/versions`: all versions of the document's bytes, newest first, in one round trip. */
export async function listVersions(
  context: ApiContext<AccountBindings>,
  id: string,
): Promise<Response | Refusal> {
  const access = await authorizeVerb(context, documentCollection.table, 'read');
  if (isRefusal(access)) return access;
  const page = await parsePage(context.url.searchParams, context.bindings.ACCOUNT_ID, id);
  if (isRefusal(page)) return page;
  const versions = sql<ContentRow>`select * from document_contents
    where document_id = ${id} and content_version < ${page.before}
    order by content_version desc limit ${page.limit + 1}`.compile(accountBuilder);
  const found = await runAllowed(context.database, access, [selectRow('documents', id), versions]);
  if (isRefusal(found)) return found;
  if (found.rows[0][0] === undefined) return refuse({ kind: 'row_not_found', collection: 'documents', id });
  const rows = found.rows[1];
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  const nextCursor = last && (await toCursor({ value: last.content_version, id }, page.identity));
  return Response.json({ items: shown.map(toVersion), nextCursor: nextCursor ?? null });
}

/** A version as the API shows it, without the location of its bytes. */
function toVersion(row: ContentRow) {
  return {
    contentVersion: row.content_version,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    mediaType: row.media_type,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}

async function parsePage(parameters: URLSearchParams, accountId: string, id: string) {
  const errors = [...new Set(parameters.keys())].flatMap((name) => {
    const fault = (detail: string) => [{ pointer: `#/query/${name}`, detail }];
    if (name !== 'limit' && name !== 'cursor') return fault('is not a parameter of this list');
    return parameters.getAll(name).length > 1 ? fault('is given twice') : [];
  });
  const limit = Number(parameters.get('limit') ?? limits.listLimitDefault);
  if (!Number.isInteger(limit) || limit < 1 || limit > limits.listLimitMax)
    errors.push({ pointer: '#/query/limit', detail: `is not a number from 1 to ${limits.listLimitMax}` });
  if (errors.length > 0) {
    const allowed = { filters: {}, sorts: [], parameters: ['limit', 'cursor'] };
    return refuse({ kind: 'invalid_query', errors, allowed });
  }
  const identity = [accountId, 'documents', id, 'versions'];
  const cursor = parameters.get('cursor');
  const after = cursor === null ? undefined : await parseCursor(cursor, identity);
  if (isRefusal(after)) return after;
  return { limit, identity, before: Number(after?.value ?? Number.MAX_SAFE_INTEGER) };
}

/**
 * `DELETE /v1/documents/{id}/versions/{n}`: deletes an earlier version permanently. The current version can only be
 * deleted with the document. `If-Match` is checked when it is sent; it is not required, because a version never changes.
 */
export async function purgeVersion(
  context: ApiContext<AccountBindings>,
  id: string,
  contentVersion: number,
): Promise<Response | Refusal> {
  const access = await authorizeVerb(context, documentCollection.table, 'delete');
  if (isRefusal(access)) return access;
  const ifMatch = parseIfMatch(context.request.headers);
  if (isRefusal(ifMatch)) return ifMatch;
  const isThere = sql<boolean>`exists (select 1 from document_contents
    where document_id = ${id} and content_version = ${contentVersion})`;
  const changed = await changeRow({
    ...{ collection: documentCollection, context, access, id },
    auditAction: 'purge',
    ifMatch: ifMatch ?? '*',
    plan: (before) => planPurge(before, contentVersion, context.nowMs),
    require: [{ holds: isThere, otherwise: NO_VERSION.error }],
    extraQueries: (_change, written) => [
      sql`delete from document_contents
        where document_id = ${id} and content_version = ${contentVersion} and ${written} returning object_key`.compile(
        accountBuilder,
      ),
    ],
  });
  if (isRefusal(changed)) return changed;
  const [purged] = changed.extraRows[0] as readonly Pick<ContentRow, 'object_key'>[];
  if (purged !== undefined) removeLater(context, context.bindings.DOCUMENTS.delete(purged.object_key));
  return new Response(null, { status: 204 });
}

function planPurge(before: ReadRow, contentVersion: number, nowMs: number): Change | Refusal {
  if (before.fields.contentVersion === contentVersion) {
    return refuse({
      kind: 'conflict',
      detail: 'This is the current version. Upload a new one first, or delete the document.',
    });
  }
  const refused = keepWhatMustBeKept(before.fields, 'purged', nowMs);
  if (refused !== undefined) return refused;
  const { previousVersions, ...rest } = withoutTracking(before.fields);
  const earlier = (Array.isArray(previousVersions) ? previousVersions : []) as readonly {
    readonly contentVersion: number;
  }[];
  const kept = earlier.filter((version) => version.contentVersion !== contentVersion);
  return { action: 'update', id: before.id, before, after: { ...rest, previousVersions: kept } };
}
