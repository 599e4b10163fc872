import { limits } from '../../../schema/limits.ts';
import type { ApiContext } from '../../http/api-context.ts';
import type { Access } from '../../http/collection/access.ts';
import {
  type ChangedRow,
  type ChangeOptions,
  changeRow,
  writeChange,
} from '../../http/collection/change-row.ts';
import type { Change } from '../../http/collection/collection-options.ts';
import { selectRow } from '../../http/collection/get-row.ts';
import { rowResponse } from '../../http/collection/present.ts';
import { type Fields, type ReadRow, readRow, withoutTracking } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { checkIfMatch, parseIfMatch } from '../../http/etag.ts';
import { mediaTypeOf } from '../../http/media-type.ts';
import { isRefusal, type Refusal, refuse } from '../../http/refusal.ts';
import { authorizeVerb } from '../authorize.ts';
import type { AccountBindings } from '../bindings.ts';
import { documentCollection } from '../documents.ts';
import { parseContentDigest } from './content-digest.ts';
import { contentKey } from './content-key.ts';
import { findSlot } from './content-slot.ts';
import { type StoredContent, storeContent } from './store-content.ts';

/** The same answer for everything that shows a second upload of the same document. */
const UPLOAD_UNDER_WAY: Refusal = refuse({
  kind: 'conflict',
  detail:
    'Another upload of this document is under way or has just ended; read the document and repeat yours if needed.',
});

/**
 * `PUT /v1/documents/{id}/content`: the body becomes the document's bytes, and the bytes before it an earlier version.
 *
 * The bytes go to the bucket first and the row is written when they are there and match their digest, so a row never
 * promises bytes that are missing. `If-Match` is honoured when it is sent; it is not required, since nothing is lost.
 */
export async function putContent(
  context: ApiContext<AccountBindings>,
  id: string,
): Promise<Response | Refusal> {
  const { request, bindings } = context;
  const access = await authorizeVerb(context, documentCollection.table, 'write');
  if (isRefusal(access)) return access;
  const sentDigest = parseContentDigest(request.headers);
  if (isRefusal(sentDigest)) return sentDigest;
  const mediaType = toMediaType(request.headers);
  if (isRefusal(mediaType)) return mediaType;
  const before = await readDocument(context, access, id);
  if (isRefusal(before)) return before;

  const contentVersion = Number(before.fields.contentVersion ?? 0) + 1;
  const key = contentKey(id, contentVersion);
  const slot = await findSlot(bindings.DOCUMENTS, key, context.nowMs);
  if (slot === undefined) return UPLOAD_UNDER_WAY;
  const stored = await storeContent(bindings.DOCUMENTS, key, request, mediaType, slot);
  if (stored === 'exists') return UPLOAD_UNDER_WAY;
  if (isRefusal(stored)) return stored;
  const changed =
    sentDigest !== undefined && sentDigest !== stored.sha256
      ? refuse({ kind: 'digest_mismatch' })
      : await commit({ context, access, id, before, content: { ...stored, mediaType, contentVersion } });
  if (!isRefusal(changed)) return rowResponse(changed.row, documentCollection, bindings, changed.caller);
  await bindings.DOCUMENTS.delete(key);
  return changed;
}

interface Content extends StoredContent {
  readonly mediaType: string;
  readonly contentVersion: number;
}

interface Commit {
  readonly context: ApiContext<AccountBindings>;
  readonly access: Access;
  readonly id: string;
  readonly before: ReadRow;
  readonly content: Content;
}

/** Writes the row. A change of its description in the meantime is kept; another upload in the meantime is not undone. */
async function commit({ context, access, id, before, content }: Commit): Promise<ChangedRow | Refusal> {
  const plan = (now: ReadRow): Change | Refusal =>
    Number(now.fields.contentVersion ?? 0) + 1 === content.contentVersion
      ? { action: 'update', id, before: now, after: withContent(now, content, context.nowMs) }
      : UPLOAD_UNDER_WAY;
  const options: ChangeOptions<AccountBindings> = {
    ...{ collection: documentCollection, context, access, id, plan },
    auditAction: 'upload',
    ifMatch: '*',
  };
  const change = plan(before);
  if (isRefusal(change)) return change;
  const written = await writeChange(options, change, before);
  const raced = isRefusal(written) && written.error.kind === 'version_mismatch';
  const isPinned = context.request.headers.has('if-match');
  return raced && !isPinned ? await changeRow(options) : written;
}

function withContent(before: ReadRow, content: Content, nowMs: number): Fields {
  const { sizeBytes, sha256, mediaType, contentVersion, previousVersions, ...rest } = withoutTracking(
    before.fields,
  );
  const replacedAt = new Date(nowMs).toISOString();
  const earlier = Array.isArray(previousVersions) ? previousVersions : [];
  const replaced =
    contentVersion === undefined ? [] : [{ contentVersion, sizeBytes, sha256, mediaType, replacedAt }];
  return {
    ...rest,
    ...content,
    previousVersions: [...replaced, ...earlier].slice(0, limits.documentVersionsMax),
  };
}

async function readDocument(
  context: ApiContext<AccountBindings>,
  access: Access,
  id: string,
): Promise<ReadRow | Refusal> {
  const ifMatch = parseIfMatch(context.request.headers);
  if (isRefusal(ifMatch)) return ifMatch;
  const found = await runAllowed(context.database, access, [selectRow(documentCollection.table.name, id)]);
  if (isRefusal(found)) return found;
  const row = found.rows[0][0];
  if (row === undefined) return refuse({ kind: 'row_not_found', collection: 'documents', id });
  const document = readRow(row);
  return checkIfMatch(ifMatch ?? '*', document.etag) ?? document;
}

function toMediaType(headers: Headers): string | Refusal {
  const header = headers.get('content-type');
  const mediaType = header === null ? 'application/octet-stream' : mediaTypeOf(header);
  if (mediaType !== undefined && mediaType.length <= 127) return mediaType;
  return refuse({ kind: 'invalid_header', header: 'content-type', detail: 'is not a media type' });
}
