import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import type { ApiContext } from '../../../http/api/api-context.ts';
import { accountBuilder } from '../../database/account-builder.ts';

/** An upload in parts, as `document_uploads` has it. */
export interface UploadRow {
  readonly id: string;
  readonly document_id: string;
  readonly object_key: string;
  /** The bucket's own name of the upload. */
  readonly r2_upload_id: string;
  readonly size_bytes: number;
  readonly part_size_bytes: number;
  /** As declared. */
  readonly media_type: string;
  /** What the digest of the whole must be, in hex; null when that was not said. */
  readonly sha256: string | null;
  readonly status: 'open' | 'completed';
  /** Version of the document that it became. */
  readonly content_version: number | null;
  readonly created_at: string;
  readonly created_by: string;
  readonly expires_at: string;
}

/** A part that is in the bucket, as `document_upload_parts` has it. */
export interface PartRow {
  readonly part_number: number;
  readonly size_bytes: number;
  readonly sha256: string;
  /** The bucket's own tag of the part, which it wants to have back. */
  readonly etag: string;
}

/** Which upload a request is about. */
export interface UploadPath {
  readonly documentId: string;
  readonly uploadId: string;
}

/** Query for an upload; an expired one is as good as gone. */
export function selectUpload(
  { documentId, uploadId }: UploadPath,
  { nowMs }: ApiContext,
): CompiledQuery<UploadRow> {
  return sql<UploadRow>`select * from document_uploads
    where id = ${uploadId} and document_id = ${documentId} and expires_at > ${toInstant(nowMs)}`.compile(
    accountBuilder,
  );
}

/** Query for the parts that are there, in order. */
export function selectParts(uploadId: string): CompiledQuery<PartRow> {
  return sql<PartRow>`select part_number, size_bytes, sha256, etag from document_upload_parts
    where upload_id = ${uploadId} order by part_number`.compile(accountBuilder);
}

/** Holds in SQL while an upload takes parts and may be completed. */
export function isOpen(uploadId: string, { nowMs }: ApiContext): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from document_uploads
    where id = ${uploadId} and status = 'open' and expires_at > ${toInstant(nowMs)})`;
}

/** How many parts an upload has. */
export function partCount({ size_bytes, part_size_bytes }: UploadRow): number {
  return Math.ceil(size_bytes / part_size_bytes);
}

/** How many bytes a part has: all the same but the last. */
export function partBytes(upload: UploadRow, partNumber: number): number {
  const before = (partNumber - 1) * upload.part_size_bytes;
  return Math.min(upload.part_size_bytes, upload.size_bytes - before);
}

/** An upload as the API shows it. Where its bytes are is nobody's business. */
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

/** An instant as rows have it. */
export function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
