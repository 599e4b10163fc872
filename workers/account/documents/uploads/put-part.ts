import { type CompiledQuery, sql } from 'kysely';
import type { ApiContext } from '../../../http/api/api-context.ts';
import type { Access } from '../../../http/collection/access.ts';
import { runAllowed } from '../../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal, refuse } from '../../../http/problems/refusal.ts';
import type { AccountBindings } from '../../bindings.ts';
import { accountBuilder } from '../../database/account-builder.ts';
import { authorizeVerb } from '../../identity/authorize.ts';
import { parseContentDigest } from '../content/content-digest.ts';
import { lengthRequired, storeBody } from '../content/store-content.ts';
import { documentCollection } from '../document-collection.ts';
import { toMultipartFault, UPLOAD_COMPLETED, UPLOAD_NOT_FOUND } from './upload-problems.ts';
import {
  isOpen,
  type PartRow,
  partBytes,
  partCount,
  selectUpload,
  toPart,
  type UploadPath,
  type UploadRow,
} from './upload-rows.ts';

/**
 * `PUT /v1/documents/{id}/uploads/{uploadId}/parts/{n}`: one part, streamed to the bucket. Parts may be sent in any order
 * and concurrently; sending a part again replaces it.
 */
export async function putPart(
  context: ApiContext<AccountBindings>,
  path: UploadPath,
  partNumber: number,
): Promise<Response | Refusal> {
  const { request, bindings, database } = context;
  const access = await authorizeVerb(context, documentCollection.table, 'write');
  if (isRefusal(access)) return access;
  const sha256 = parseContentDigest(request.headers);
  if (isRefusal(sha256)) return sha256;
  const found = await runAllowed(database, access, [selectUpload(path, context)]);
  if (isRefusal(found)) return found;
  const [[upload]] = found.rows;
  if (upload === undefined) return UPLOAD_NOT_FOUND;
  if (upload.status === 'completed') return UPLOAD_COMPLETED;
  const wrong = checkPart(upload, partNumber, request.headers.get('content-length'));
  if (wrong !== undefined) return wrong;

  context.timeLimit.lift(); // A part takes as long as the client's connection.
  const multipart = bindings.DOCUMENTS.resumeMultipartUpload(upload.object_key, upload.r2_upload_id);
  const stored = await storeBody(request, sha256, upload.part_size_bytes, (bytes) =>
    multipart.uploadPart(partNumber, bytes).catch(toRefusal),
  );
  if (isRefusal(stored)) return stored;
  const part = {
    part_number: partNumber,
    size_bytes: stored.sizeBytes,
    sha256: stored.sha256,
    etag: stored.stored.etag,
  };
  const done = await runAllowed(database, access, [upsertPart(context, access, upload.id, part)]);
  if (isRefusal(done)) return done;
  return done.rows[0].length === 0 ? UPLOAD_NOT_FOUND : Response.json(toPart(part));
}

/** Checks a part before any of its bytes is read. */
function checkPart(upload: UploadRow, partNumber: number, declared: string | null): Refusal | undefined {
  const parts = partCount(upload);
  if (partNumber < 1 || partNumber > parts) {
    return refuse({
      kind: 'own',
      code: 'part-not-found',
      status: 404,
      title: 'Part not found',
      detail: `The parts of this upload have the numbers 1 to ${parts}.`,
    });
  }
  if (declared === null) return lengthRequired('Send Content-Length with every part.');
  const bytes = partBytes(upload, partNumber);
  if (Number(declared) === bytes) return undefined;
  return refuse({
    kind: 'own',
    code: 'wrong-part-size',
    status: 422,
    title: 'The part has the wrong size',
    detail: `Part ${partNumber} has ${bytes} bytes.`,
    errors: [{ pointer: '#/headers/content-length', detail: `must be ${bytes}` }],
  });
}

/** A part that arrives after the upload has ended is refused; any other error is a failure. */
function toRefusal(error: unknown): Refusal {
  if (toMultipartFault(error) === 'no_such_upload') return UPLOAD_NOT_FOUND;
  throw error;
}

function upsertPart(
  context: ApiContext,
  access: Access,
  uploadId: string,
  { part_number, size_bytes, sha256, etag }: PartRow,
): CompiledQuery<{ part_number: number }> {
  return sql<{
    part_number: number;
  }>`insert into document_upload_parts (upload_id, part_number, size_bytes, sha256, etag)
    select ${sql.join([uploadId, part_number, size_bytes, sha256, etag])}
    where ${access.condition} and ${isOpen(uploadId, context)}
    on conflict (upload_id, part_number) do update
      set size_bytes = excluded.size_bytes, sha256 = excluded.sha256, etag = excluded.etag
    returning part_number`.compile(accountBuilder);
}
