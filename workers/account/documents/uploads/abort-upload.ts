import { sql } from 'kysely';
import type { ApiContext } from '../../../http/api/api-context.ts';
import type { Access } from '../../../http/collection/access.ts';
import { runAllowed } from '../../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../../../http/problems/refusal.ts';
import type { AccountBindings } from '../../bindings.ts';
import { accountBuilder } from '../../database/account-builder.ts';
import { authorizeVerb } from '../../identity/authorize.ts';
import { documentCollection } from '../document-collection.ts';
import { removeLater } from '../remove-bytes.ts';
import { toMultipartFault, UPLOAD_COMPLETED, UPLOAD_NOT_FOUND } from './upload-problems.ts';
import { selectUpload, type UploadPath, type UploadRow } from './upload-rows.ts';

/** `DELETE /v1/documents/{id}/uploads/{uploadId}`: aborts an upload and deletes its parts. */
export async function abortUpload(
  context: ApiContext<AccountBindings>,
  path: UploadPath,
): Promise<Response | Refusal> {
  const access = await authorizeVerb(context, documentCollection.table, 'write');
  if (isRefusal(access)) return access;
  const discarded = await discardUpload(context, access, path);
  return isRefusal(discarded) ? discarded : new Response(null, { status: 204 });
}

/**
 * Removes an open upload from the database, in one round trip, and its bytes from the bucket after the response. The row
 * is removed first, so that a concurrent completion finds the upload gone and does not commit.
 */
export async function discardUpload(
  context: ApiContext<AccountBindings>,
  access: Access,
  path: UploadPath,
): Promise<Refusal | undefined> {
  const remove = sql`delete from document_uploads
    where id = ${path.uploadId} and document_id = ${path.documentId} and status = 'open'
      and ${access.condition}`.compile(accountBuilder);
  const done = await runAllowed(context.database, access, [selectUpload(path, context), remove]);
  if (isRefusal(done)) return done;
  const [[upload]] = done.rows;
  if (upload === undefined) return UPLOAD_NOT_FOUND;
  if (upload.status === 'completed') return UPLOAD_COMPLETED;
  removeLater(context, forgetUpload(context.bindings.DOCUMENTS, upload));
  return undefined;
}

/** Deletes the bucket's part of an upload whose row is removed: its parts, or the joined object. */
export async function forgetUpload(
  bucket: R2Bucket,
  upload: Pick<UploadRow, 'object_key' | 'r2_upload_id'>,
): Promise<void> {
  try {
    await bucket.resumeMultipartUpload(upload.object_key, upload.r2_upload_id).abort();
  } catch (error) {
    // A completion has already joined the parts.
    if (toMultipartFault(error) !== 'no_such_upload') throw error;
  }
  await bucket.delete(upload.object_key);
}
