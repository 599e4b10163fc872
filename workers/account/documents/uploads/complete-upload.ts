import { sql } from 'kysely';
import * as v from 'valibot';
import { sha256 } from '../../../../schema/model/fields.ts';
import type { ApiContext } from '../../../http/api/api-context.ts';
import type { Access } from '../../../http/collection/access.ts';
import { selectRow } from '../../../http/collection/get-row.ts';
import { rowResponse } from '../../../http/collection/present.ts';
import type { ReadRow } from '../../../http/collection/rows.ts';
import { runAllowed } from '../../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal, refuse } from '../../../http/problems/refusal.ts';
import { parseInput } from '../../../http/request/parse-input.ts';
import { readJsonBody } from '../../../http/request/read-body.ts';
import type { AccountBindings } from '../../bindings.ts';
import { accountBuilder } from '../../database/account-builder.ts';
import { authorizeVerb } from '../../identity/authorize.ts';
import { admitUpload, commitContent } from '../content/commit-content.ts';
import { type CopiedBytes, copyBytes } from '../content/copy-bytes.ts';
import { decideMediaType } from '../content/media-type.ts';
import { documentCollection } from '../document-collection.ts';
import { discardUpload } from './abort-upload.ts';
import {
  PARTS_CHANGED,
  toMultipartFault,
  UPLOAD_COMPLETED,
  UPLOAD_DIGEST_MISMATCH,
  UPLOAD_NOT_FOUND,
} from './upload-problems.ts';
import {
  isOpen,
  type PartRow,
  partCount,
  selectParts,
  selectUpload,
  type UploadPath,
  type UploadRow,
} from './upload-rows.ts';

/** Body of a completion. */
export const completionBody = v.strictObject({
  /** Digest of the whole, for callers who did not know it at the start. */
  sha256: v.optional(sha256()),
});

/** Maximum missing parts in a response. */
const MISSING_PARTS_MAX = 100;

/**
 * `POST /v1/documents/{id}/uploads/{uploadId}/completion`: the parts become the document's bytes.
 *
 * The bucket joins the parts, the Worker reads the object once to hash it, and then the row is written. The digest of
 * the whole cannot be computed from the parts, because a hash state cannot be kept between requests. Every step can be
 * repeated, and a completed upload gives the same response until it expires.
 */
export async function completeUpload(
  context: ApiContext<AccountBindings>,
  path: UploadPath,
): Promise<Response | Refusal> {
  const { bindings, database } = context;
  const access = await authorizeVerb(context, documentCollection.table, 'write');
  if (isRefusal(access)) return access;
  const input = await readCompletion(context.request);
  if (isRefusal(input)) return input;
  const queries = [
    selectRow('documents', path.documentId),
    selectUpload(path, context),
    selectParts(path.uploadId),
  ] as const;
  const found = await runAllowed(database, access, queries);
  if (isRefusal(found)) return found;
  const [[row], [upload], parts] = found.rows;
  if (upload === undefined) return UPLOAD_NOT_FOUND;
  if (upload.status === 'completed' && row !== undefined)
    return rowResponse(row, documentCollection, bindings, found.caller);
  const before = admitUpload(context, path.documentId, row);
  if (isRefusal(before)) return before;
  const missing = findMissing(upload, parts);
  if (missing !== undefined) return missing;
  const digests = [upload.sha256, input.sha256].filter((digest) => typeof digest === 'string');
  if (new Set(digests).size > 1) return UPLOAD_DIGEST_MISMATCH;

  context.timeLimit.lift(); // Reading a large object takes long, bounded by `documentUploadBytesMax`.
  const whole = await joinParts(bindings.DOCUMENTS, upload, parts, digests[0]);
  if (whole === 'digest_mismatch') {
    const discarded = await discardUpload(context, access, path);
    return isRefusal(discarded) ? discarded : UPLOAD_DIGEST_MISMATCH;
  }
  return isRefusal(whole) ? whole : await commit(context, access, before, upload, whole);
}

async function readCompletion(request: Request): Promise<v.InferOutput<typeof completionBody> | Refusal> {
  if (request.body === null || request.headers.get('content-length') === '0') return {};
  const body = await readJsonBody(request);
  return isRefusal(body) ? body : parseInput(completionBody, body.value);
}

function findMissing(upload: UploadRow, parts: readonly PartRow[]): Refusal | undefined {
  const present = new Set(parts.map((part) => part.part_number));
  const numbers = Array.from({ length: partCount(upload) }, (_, index) => index + 1);
  const missing = numbers.filter((number) => !present.has(number));
  if (missing.length === 0) return undefined;
  return refuse({
    kind: 'own',
    code: 'parts-missing',
    status: 409,
    title: 'Parts are missing',
    detail: `${missing.length} of ${numbers.length} parts have not been sent.`,
    members: { missingParts: missing.slice(0, MISSING_PARTS_MAX) },
  });
}

/** Joins the parts into one object, unless an earlier completion did, and hashes it. */
async function joinParts(
  bucket: R2Bucket,
  upload: UploadRow,
  parts: readonly PartRow[],
  expected: string | undefined,
): Promise<CopiedBytes | Refusal | 'digest_mismatch'> {
  const multipart = bucket.resumeMultipartUpload(upload.object_key, upload.r2_upload_id);
  const refused = await multipart
    .complete(parts.map(({ part_number, etag }) => ({ partNumber: part_number, etag })))
    .then(() => undefined, toJoinFailure);
  if (refused === PARTS_CHANGED) return refused;
  const object = await bucket.get(upload.object_key);
  if (object === null) return refused ?? UPLOAD_NOT_FOUND;
  const whole = await copyBytes(object.body, undefined, expected);
  if (whole === 'digest_mismatch') return whole;
  if (typeof whole === 'string') throw new Error('the bucket failed while an upload was read back');
  return whole;
}

function toJoinFailure(error: unknown): Refusal {
  const fault = toMultipartFault(error);
  if (fault === 'other_parts') return PARTS_CHANGED;
  if (fault === 'no_such_upload') return UPLOAD_NOT_FOUND;
  throw error;
}

/**
 * Writes the row and closes the upload. After a refusal the object stays: the upload still refers to it, and can be
 * completed again or aborted.
 */
async function commit(
  context: ApiContext<AccountBindings>,
  access: Access,
  before: ReadRow,
  upload: UploadRow,
  whole: CopiedBytes,
): Promise<Response | Refusal> {
  const mediaType = decideMediaType(upload.media_type, whole.head);
  const changed = await commitContent({
    ...{ context, access, before },
    content: { ...whole, key: upload.object_key, mediaType },
    require: [{ holds: isOpen(upload.id, context), otherwise: UPLOAD_COMPLETED.error }],
    extraQueries: (contentVersion, written) => [
      sql`update document_uploads set status = 'completed', content_version = ${contentVersion}
        where id = ${upload.id} and ${written}`.compile(accountBuilder),
      sql`delete from document_upload_parts where upload_id = ${upload.id} and ${written}`.compile(
        accountBuilder,
      ),
    ],
  });
  if (isRefusal(changed)) return changed;
  return rowResponse(changed.row, documentCollection, context.bindings, changed.caller);
}
