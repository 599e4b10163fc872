import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import type { ApiContext } from '../../../http/api/api-context.ts';
import { accountBuilder } from '../../database/account-builder.ts';

/** A multipart upload, a row of `document_uploads`. */
export interface UploadRow {
  readonly id: string;
  readonly document_id: string;
  readonly object_key: string;
  /** The bucket's id of the upload. */
  readonly r2_upload_id: string;
  readonly size_bytes: number;
  readonly part_size_bytes: number;
  /** As declared. */
  readonly media_type: string;
  /** Expected digest of the whole, in hex; null when none was declared. */
  readonly sha256: string | null;
  readonly status: 'open' | 'completed';
  /** Version of the document that the upload became. */
  readonly content_version: number | null;
  readonly created_at: string;
  readonly created_by: string;
  readonly expires_at: string;
}

/** A stored part, a row of `document_upload_parts`. */
export interface PartRow {
  readonly part_number: number;
  readonly size_bytes: number;
  readonly sha256: string;
  /** The bucket's tag of the part, which completion sends back. */
  readonly etag: string;
}

/** The upload that a request refers to. */
export interface UploadPath {
  readonly documentId: string;
  readonly uploadId: string;
}

/** Query for an upload that has not expired. */
export function selectUpload(
  { documentId, uploadId }: UploadPath,
  { nowMs }: ApiContext,
): CompiledQuery<UploadRow> {
  return sql<UploadRow>`select * from document_uploads
    where id = ${uploadId} and document_id = ${documentId} and expires_at > ${toInstant(nowMs)}`.compile(
    accountBuilder,
  );
}

/** Query for the stored parts, in order. */
export function selectParts(uploadId: string): CompiledQuery<PartRow> {
  return sql<PartRow>`select part_number, size_bytes, sha256, etag from document_upload_parts
    where upload_id = ${uploadId} order by part_number`.compile(accountBuilder);
}

/** SQL that is true while an upload accepts parts and may be completed. */
export function isOpen(uploadId: string, { nowMs }: ApiContext): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from document_uploads
    where id = ${uploadId} and status = 'open' and expires_at > ${toInstant(nowMs)})`;
}

/** Number of parts of an upload. */
export function partCount({ size_bytes, part_size_bytes }: UploadRow): number {
  return Math.ceil(size_bytes / part_size_bytes);
}

/** Bytes of a part: equal for all except the last. */
export function partBytes(upload: UploadRow, partNumber: number): number {
  const before = (partNumber - 1) * upload.part_size_bytes;
  return Math.min(upload.part_size_bytes, upload.size_bytes - before);
}

/** An upload as the API shows it, without the location of its bytes. */
export function toUpload(upload: UploadRow, parts: readonly PartRow[]) {
  return {
    uploadId: upload.id,
    documentId: upload.document_id,
    status: upload.status,
    sizeBytes: upload.size_bytes,
    partSizeBytes: upload.part_size_bytes,
    partCount: partCount(upload),
    mediaType: upload.media_type,
    ...(upload.sha256 === null ? {} : { sha256: upload.sha256 }),
    ...(upload.content_version === null ? {} : { contentVersion: upload.content_version }),
    createdAt: upload.created_at,
    createdBy: upload.created_by,
    expiresAt: upload.expires_at,
    parts: parts.map(toPart),
  };
}

/** A part as the API shows it. */
export function toPart(part: Omit<PartRow, 'etag'>) {
  return { number: part.part_number, sizeBytes: part.size_bytes, sha256: part.sha256 };
}

/** An instant as rows store it. */
export function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
