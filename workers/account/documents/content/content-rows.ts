import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { accountBuilder } from '../../database/account-builder.ts';

/** One version of a document's bytes, a row of `document_contents`. */
export interface ContentRow {
  readonly content_version: number;
  readonly object_key: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly media_type: string;
  readonly created_at: string;
  readonly created_by: string;
}

/** A document's row with the requested version, if it has that. */
export type DocumentWithContent = { readonly id: string; readonly body: string } & {
  readonly [Column in keyof ContentRow]: ContentRow[Column] | null;
};

/** The requested version of the bytes: a number, or the one that the row names. */
export type WantedVersion = number | 'current';

/** Bytes in the bucket that do not have a row yet. */
export interface NewContent {
  readonly key: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly mediaType: string;
}

/** Query for a document and one version of its bytes. */
export function selectContent(documentId: string, wanted: WantedVersion): CompiledQuery<DocumentWithContent> {
  return sql<DocumentWithContent>`select documents.id, documents.body, content.content_version, content.object_key,
      content.size_bytes, content.sha256, content.media_type, content.created_at, content.created_by
    from documents left join document_contents as content
      on content.document_id = documents.id and content.content_version = ${versionOf(wanted)}
    where documents.id = ${documentId}`.compile(accountBuilder);
}

/** SQL that is true while a document has this version of its bytes and `condition` holds for it (as `content`). */
export function contentExists(
  documentId: string,
  wanted: WantedVersion,
  condition: Expression<SqlBool>,
): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from documents join document_contents as content
      on content.document_id = documents.id and content.content_version = ${versionOf(wanted)}
    where documents.id = ${documentId} and ${condition})`;
}

/** Query that inserts a version, in the batch that names it on the document's row. */
export function insertContent(
  documentId: string,
  contentVersion: number,
  { key, sizeBytes, sha256, mediaType }: NewContent,
  actor: Expression<string>,
  nowMs: number,
  written: Expression<SqlBool>,
): CompiledQuery {
  return sql`insert into document_contents
      (document_id, content_version, object_key, size_bytes, sha256, media_type, created_at, created_by)
    select ${documentId}, ${contentVersion}, ${key}, ${sizeBytes}, ${sha256}, ${mediaType},
      ${new Date(nowMs).toISOString()}, ${actor} where ${written}`.compile(accountBuilder);
}

function versionOf(wanted: WantedVersion): Expression<number> {
  return wanted === 'current' ? sql<number>`(documents.body ->> '$.contentVersion')` : sql<number>`${wanted}`;
}
