import { type CompiledQuery, sql } from 'kysely';
import * as v from 'valibot';
import { count, mediaType, sha256 } from '../../../../schema/model/fields.ts';
import { newId } from '../../../../schema/model/ids.ts';
import { limits } from '../../../../schema/model/limits.ts';
import type { ApiContext } from '../../../http/api/api-context.ts';
import type { Access } from '../../../http/collection/access.ts';
import { selectRow } from '../../../http/collection/get-row.ts';
import {
  allHold,
  checkPreconditions,
  findFailure,
  type Precondition,
} from '../../../http/collection/precondition.ts';
import { runAllowed } from '../../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../../../http/problems/refusal.ts';
import { parseInput } from '../../../http/request/parse-input.ts';
import { readJsonBody } from '../../../http/request/read-body.ts';
import type { AccountBindings } from '../../bindings.ts';
import { accountBuilder } from '../../database/account-builder.ts';
import { authorizeVerb } from '../../identity/authorize.ts';
import { admitUpload } from '../content/commit-content.ts';
import { newContentKey } from '../content/content-key.ts';
import { documentCollection } from '../document-collection.ts';
import { toInstant, toUpload, type UploadRow } from './upload-rows.ts';

/** Body of a new upload. */
export const uploadBody = v.strictObject({
  sizeBytes: v.pipe(
    count(),
    v.minValue(1, 'must be at least 1'),
    v.maxValue(limits.documentUploadBytesMax, `must be at most ${limits.documentUploadBytesMax}`),
  ),
  mediaType: v.optional(mediaType(), 'application/octet-stream'),
  /** Digest of the whole; may also be given at completion. */
  sha256: v.optional(sha256()),
});

/**
 * `POST /v1/documents/{id}/uploads`: starts a multipart upload. The response states the size of the parts.
 *
 * A crash between the bucket's call and the row leaves an upload without a row, which R2 aborts after a week.
 */
export async function startUpload(
  context: ApiContext<AccountBindings>,
  documentId: string,
): Promise<Response | Refusal> {
  const access = await authorizeVerb(context, documentCollection.table, 'write');
  if (isRefusal(access)) return access;
  const body = await readJsonBody(context.request);
  if (isRefusal(body)) return body;
  const input = parseInput(uploadBody, body.value);
  if (isRefusal(input)) return input;
  const found = await runAllowed(context.database, access, [selectRow('documents', documentId)]);
  if (isRefusal(found)) return found;
  const document = admitUpload(context, documentId, found.rows[0][0]);
  if (isRefusal(document)) return document;

  const multipart = await context.bindings.DOCUMENTS.createMultipartUpload(newContentKey(documentId));
  const preconditions = mayStart(documentId, context.nowMs);
  const insert = insertUpload(context, access, documentId, input, multipart, preconditions);
  const done = await runAllowed(context.database, access, [checkPreconditions(preconditions), insert]);
  const refused = isRefusal(done) ? done : findFailure(preconditions, done.rows[0][0], done.caller);
  if (refused !== undefined) {
    // After an interruption the row may have been written.
    if (refused.error.kind !== 'database_interrupted') await multipart.abort();
    return refused;
  }
  const [upload] = isRefusal(done) ? [] : done.rows[1];
  if (upload === undefined) throw new Error('an upload was not written although its conditions were met');
  const location = `/v1/documents/${documentId}/uploads/${upload.id}`;
  return Response.json(toUpload(upload, []), { status: 201, headers: { location } });
}

function mayStart(documentId: string, nowMs: number): readonly Precondition[] {
  return [
    {
      holds: sql<boolean>`exists (select 1 from documents where id = ${documentId})`,
      otherwise: { kind: 'row_not_found', collection: 'documents', id: documentId },
    },
    {
      holds: sql<boolean>`(select count(*) from document_uploads where document_id = ${documentId}
        and status = 'open' and expires_at > ${toInstant(nowMs)}) < ${limits.documentUploadsOpenMax}`,
      otherwise: {
        kind: 'conflict',
        detail: `The document has ${limits.documentUploadsOpenMax} open uploads; complete or abort one first.`,
      },
    },
  ];
}

function insertUpload(
  { nowMs }: ApiContext,
  access: Access,
  documentId: string,
  input: v.InferOutput<typeof uploadBody>,
  { key, uploadId }: R2MultipartUpload,
  preconditions: readonly Precondition[],
): CompiledQuery<UploadRow> {
  const values = [
    ...[newId('upl', nowMs), documentId, key, uploadId, input.sizeBytes, limits.documentPartBytes],
    ...[input.mediaType, input.sha256 ?? null, 'open', toInstant(nowMs)],
    toInstant(nowMs + limits.documentUploadLifetimeMs),
  ];
  return sql<UploadRow>`insert into document_uploads (id, document_id, object_key, r2_upload_id, size_bytes,
      part_size_bytes, media_type, sha256, status, created_at, expires_at, created_by)
    select ${sql.join(values)}, ${access.actor}
    where ${access.condition} and ${allHold(preconditions)} returning *`.compile(accountBuilder);
}
