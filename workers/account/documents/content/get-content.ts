import { type SqlBool, sql } from 'kysely';
import type { ApiContext } from '../../../http/api/api-context.ts';
import type { Access } from '../../../http/collection/access.ts';
import { type AuditEntry, auditEntry, toRequestId } from '../../../http/collection/audit.ts';
import { readRow } from '../../../http/collection/rows.ts';
import { runAllowed } from '../../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal, refuse } from '../../../http/problems/refusal.ts';
import type { AccountBindings } from '../../bindings.ts';
import { authorizePermission } from '../../identity/authorize.ts';
import type { ByteRange } from './byte-range.ts';
import { toDigestHeader } from './content-digest.ts';
import { attachment } from './content-disposition.ts';
import {
  contentExists,
  type DocumentWithContent,
  selectContent,
  type WantedVersion,
} from './content-rows.ts';
import { servedMediaType } from './media-type.ts';
import {
  decideRead,
  parseReadConditions,
  type ReadConditions,
  toHttpDate,
  wouldSend,
} from './read-conditions.ts';

/** Bytes to send: where they are, what they are, and their file name. */
interface Content {
  readonly key: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly mediaType: string;
  readonly fileName: string;
  /** When they were uploaded, in milliseconds. */
  readonly modifiedMs: number;
}

/**
 * `GET /v1/documents/{id}/content` and `GET /v1/documents/{id}/versions/{n}/content`: the bytes, streamed from the
 * bucket, whole or in part. Their entity tag is their sha-256, which is different from the row's tag.
 *
 * The audit event is written in the same round trip that finds the bytes, before any of them is sent. A reader who has
 * them already, or requests only headers, gets no bytes and leaves no event.
 */
export async function getContent(
  context: ApiContext<AccountBindings>,
  id: string,
  wanted: WantedVersion,
): Promise<Response | Refusal> {
  const access = await authorizePermission(context, 'documents:download');
  if (isRefusal(access)) return access;
  const asked = parseReadConditions(context.request);
  if (isRefusal(asked)) return asked;
  const audit = downloadEvent(context, access, id, wanted, asked);
  const found = await runAllowed(context.database, access, [audit.insert, selectContent(id, wanted)]);
  if (isRefusal(found)) return found;
  const content = toContent(found.rows[1][0], id, wanted);
  if (isRefusal(content)) return content;
  const etag = `"${content.sha256}"`;
  const outcome = decideRead(asked, { ...content, etag });
  switch (outcome) {
    case 'failed':
      return refuse({ kind: 'version_mismatch', etag });
    case 'not_modified':
      return new Response(null, { status: 304, headers: { etag } });
    case 'unsatisfiable':
      return refuse({ kind: 'range_not_satisfiable', sizeBytes: content.sizeBytes });
    case 'whole':
      return await sendBytes(context, id, content, etag, undefined);
    default:
      return await sendBytes(context, id, content, etag, outcome);
  }
}

/** The audit event of a download, written only if the request's conditions lead to bytes. */
function downloadEvent(
  { request, bindings, nowMs, traceparent }: ApiContext<AccountBindings>,
  access: Access,
  id: string,
  wanted: WantedVersion,
  asked: ReadConditions,
): AuditEntry {
  const condition =
    request.method === 'HEAD'
      ? sql<SqlBool>`false`
      : sql<SqlBool>`${access.condition} and ${contentExists(id, wanted, wouldSend(asked))}`;
  const event = {
    action: 'download',
    collection: 'documents',
    rowId: id,
    requestId: toRequestId(traceparent),
  };
  return auditEntry(event, access.actor, condition, bindings.ACCOUNT_ID, nowMs);
}

function toContent(
  row: DocumentWithContent | undefined,
  id: string,
  wanted: WantedVersion,
): Content | Refusal {
  if (row === undefined) return refuse({ kind: 'row_not_found', collection: 'documents', id });
  if (row.object_key === null) return wanted === 'current' ? NO_CONTENT : NO_VERSION;
  const { fileName, title } = readRow(row).fields;
  return {
    key: row.object_key,
    sizeBytes: Number(row.size_bytes),
    sha256: String(row.sha256),
    mediaType: String(row.media_type),
    fileName: String(fileName ?? title),
    modifiedMs: Date.parse(String(row.created_at)),
  };
}

const NO_CONTENT = refuse({
  kind: 'own',
  code: 'no-content-yet',
  status: 404,
  title: 'The document has no bytes yet',
  detail: 'Upload them with PUT to this path.',
});

/** Refusal of a version that does not exist or was purged. */
export const NO_VERSION = refuse({
  kind: 'own',
  code: 'version-not-found',
  status: 404,
  title: 'Version not found',
  detail: 'The document has no version with this number, or it was purged.',
});

async function sendBytes(
  { bindings, request }: ApiContext<AccountBindings>,
  id: string,
  content: Content,
  etag: string,
  range: ByteRange | undefined,
): Promise<Response> {
  const part = range && { offset: range.first, length: range.last - range.first + 1 };
  const digest = toDigestHeader(content.sha256);
  const headers = new Headers({
    etag,
    'last-modified': toHttpDate(content.modifiedMs),
    'accept-ranges': 'bytes',
    'content-type': servedMediaType(content.mediaType),
    'content-disposition': attachment(content.fileName),
    'content-length': String(part?.length ?? content.sizeBytes),
    'repr-digest': digest,
  });
  if (range === undefined) headers.set('content-digest', digest);
  else headers.set('content-range', `bytes ${range.first}-${range.last}/${content.sizeBytes}`);
  const status = range === undefined ? 200 : 206;
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const object = await bindings.DOCUMENTS.get(content.key, part && { range: part });
  if (object === null) throw new Error(`the bucket lacks the bytes of document ${id}`);
  return new Response(object.body, { status, headers });
}
