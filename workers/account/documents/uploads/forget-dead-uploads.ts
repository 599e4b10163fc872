import { sql } from 'kysely';
import type { Database } from '../../../http/database/database.ts';
import { isRefusal, type Refusal } from '../../../http/problems/refusal.ts';
import { accountBuilder } from '../../database/account-builder.ts';
import { forgetUpload } from './abort-upload.ts';
import { toInstant, type UploadRow } from './upload-rows.ts';

/** Uploads per batch; each takes two calls to the bucket. */
const UPLOADS_MAX = 20;

/** Number of deleted uploads, and whether there may be more. */
export interface ForgottenUploads {
  readonly done: number;
  readonly more: boolean;
}

/** Deletes some uploads that have expired or whose document is deleted. Rows are removed first, as in an abort. */
export async function forgetDeadUploads(
  database: Database,
  bucket: R2Bucket,
  nowMs: number,
): Promise<ForgottenUploads | Refusal> {
  const removed = await database.batch([
    sql<UploadRow>`delete from document_uploads where id in (
      select id from document_uploads where expires_at <= ${toInstant(nowMs)}
        or not exists (select 1 from documents where documents.id = document_uploads.document_id)
      limit ${UPLOADS_MAX}) returning *`.compile(accountBuilder),
  ]);
  if (isRefusal(removed)) return removed;
  const [dead] = removed;
  const open = dead.filter(({ status }) => status === 'open');
  // R2 aborts what cannot be deleted now by itself, or the sweep finds the object.
  await Promise.allSettled(open.map((upload) => forgetUpload(bucket, upload)));
  return { done: dead.length, more: dead.length === UPLOADS_MAX };
}
