import type { ApiContext } from '../../http/api-context.ts';
import { selectRow } from '../../http/collection/get-row.ts';
import { readRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isNotModified, parseIfMatch, satisfiesIfMatch } from '../../http/etag.ts';
import { isRefusal, type Refusal, refuse } from '../../http/refusal.ts';
import { authorizePermission } from '../authorize.ts';
import type { AccountBindings } from '../bindings.ts';
import { type ByteRange, parseByteRange } from './byte-range.ts';
import { toDigestHeader } from './content-digest.ts';
import { attachment } from './content-disposition.ts';
import { contentKey } from './content-key.ts';

/** What a document's row says of its bytes. */
interface Content {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly contentVersion: number;
  readonly fileName: string;
}

/**
 * `GET /v1/documents/{id}/content`: the bytes, streamed from the bucket, whole or in part. Their entity tag is their
 * sha-256, which is another one than the row's.
 */
export async function getContent(
  context: ApiContext<AccountBindings>,
  id: string,
): Promise<Response | Refusal> {
  const access = await authorizePermission(context, 'documents:download');
  if (isRefusal(access)) return access;
  const ifMatch = parseIfMatch(context.request.headers);
  if (isRefusal(ifMatch)) return ifMatch;
  const found = await runAllowed(context.database, access, [selectRow('documents', id)]);
  if (isRefusal(found)) return found;
  const row = found.rows[0][0];
  if (row === undefined) return refuse({ kind: 'row_not_found', collection: 'documents', id });
  const { fields } = readRow(row);
  if (fields.contentVersion === undefined) return NO_CONTENT;
  const content: Content = {
    sizeBytes: Number(fields.sizeBytes),
    sha256: String(fields.sha256),
    contentVersion: Number(fields.contentVersion),
    fileName: String(fields.fileName ?? fields.title),
  };
  const etag = `"${content.sha256}"`;
  if (ifMatch !== undefined && !satisfiesIfMatch(ifMatch, etag))
    return refuse({ kind: 'version_mismatch', etag });
  if (isNotModified(context.request.headers, etag))
    return new Response(null, { status: 304, headers: { etag } });
  const range = wantedRange(context.request.headers, content.sizeBytes, etag);
  if (range === 'unsatisfiable')
    return refuse({ kind: 'range_not_satisfiable', sizeBytes: content.sizeBytes });
  return await sendBytes(context.bindings.DOCUMENTS, id, content, etag, range);
}

const NO_CONTENT = refuse({
  kind: 'own',
  code: 'no-content-yet',
  status: 404,
  title: 'The document has no bytes yet',
  detail: 'Upload them by PUT to this path.',
});

async function sendBytes(
  bucket: R2Bucket,
  id: string,
  content: Content,
  etag: string,
  range: ByteRange | undefined,
): Promise<Response> {
  const part = range && { offset: range.first, length: range.last - range.first + 1 };
  const object = await bucket.get(contentKey(id, content.contentVersion), part && { range: part });
  if (object === null)
    throw new Error(`the bucket lacks the bytes of document ${id}, version ${content.contentVersion}`);
  const digest = toDigestHeader(content.sha256);
  const headers = new Headers({
    etag,
    'accept-ranges': 'bytes',
    'content-type': object.httpMetadata?.contentType ?? 'application/octet-stream',
    'content-disposition': attachment(content.fileName),
    'content-length': String(part?.length ?? content.sizeBytes),
    'repr-digest': digest,
  });
  if (range === undefined) headers.set('content-digest', digest);
  else headers.set('content-range', `bytes ${range.first}-${range.last}/${content.sizeBytes}`);
  return new Response(object.body, { status: range === undefined ? 200 : 206, headers });
}

/** `If-Range` with another entity tag (or a date, which says too little) asks for all the bytes as they are now. */
function wantedRange(
  headers: Headers,
  sizeBytes: number,
  etag: string,
): ByteRange | undefined | 'unsatisfiable' {
  const ifRange = headers.get('if-range');
  return ifRange === null || ifRange.trim() === etag
    ? parseByteRange(headers.get('range'), sizeBytes)
    : undefined;
}
