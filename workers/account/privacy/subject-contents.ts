import { type CompiledQuery, sql } from 'kysely';
import { rowsBuilder } from '../../http/collection/rows.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import { documentIds } from './subject-rows.ts';

/**
 * Maximum versions in one archive, and their bytes. A request may make about a thousand bucket calls, and hashes these
 * bytes in a few of its 30 seconds; the last version of a part may exceed the bytes.
 */
const PART_VERSIONS_MAX = 2_000;
const PART_BYTES_MAX = 2_000_000_000;

/** Versions that one query reads. */
const PAGE_VERSIONS = 200;

/** The position of a version among all versions of a client; each part starts at one. */
export interface VersionPlace {
  readonly documentId: string;
  readonly contentVersion: number;
}

/** A version of a document's bytes for an archive. */
export interface SubjectVersion {
  readonly document_id: string;
  readonly content_version: number;
  readonly object_key: string;
  readonly created_at: string;
  /** File name. */
  readonly name: string;
}

/** Start of the first part. */
export const FIRST_PLACE: VersionPlace = { documentId: '', contentVersion: 0 };

/** A position as the parameter `from`. */
export function formatPlace({ documentId, contentVersion }: VersionPlace): string {
  return `${documentId}/${contentVersion}`;
}

/** Reads the parameters of an archive: `from`, which links to further parts contain. 400 for any other. */
export function parsePlace(parameters: URLSearchParams): VersionPlace | Refusal {
  const values = parameters.getAll('from');
  const errors = [...new Set(parameters.keys())]
    .filter((name) => name !== 'from')
    .map((name) => ({ pointer: `#/query/${name}`, detail: 'is not a parameter of this archive' }));
  const [, documentId, contentVersion] = /^(doc-[0-9a-z]{26})\/(\d{1,9})$/.exec(values[0] ?? '') ?? [];
  if (values.length > 1 || (values.length === 1 && documentId === undefined))
    errors.push({ pointer: '#/query/from', detail: 'is not the value from a link to a further part' });
  if (errors.length > 0) {
    return refuse({
      kind: 'invalid_query',
      errors,
      allowed: { filters: {}, sorts: [], parameters: ['from'] },
    });
  }
  return documentId === undefined ? FIRST_PLACE : { documentId, contentVersion: Number(contentVersion) };
}

/** Query for the first version that does not fit in the part that starts here; no row when all fit. */
export function selectNextPart(clientId: string, from: VersionPlace): CompiledQuery<NextPartRow> {
  return sql<NextPartRow>`select document_id, content_version from (
      select document_id, content_version, row_number() over placed as place,
        sum(size_bytes) over placed - size_bytes as bytes_before
      from document_contents where document_id in (select id from (${documentIds(clientId)})) and ${isFrom(from)}
      window placed as (order by document_id, content_version rows unbounded preceding))
    where place > ${PART_VERSIONS_MAX} or bytes_before >= ${PART_BYTES_MAX}
    order by place limit 1`.compile(rowsBuilder);
}

/** A position as a row. */
export type NextPartRow = Pick<SubjectVersion, 'document_id' | 'content_version'>;

/** Query for the versions from one position up to another (exclusive), at most a page. */
export function selectVersions(
  clientId: string,
  from: VersionPlace,
  end: VersionPlace | undefined,
): CompiledQuery<SubjectVersion> {
  const isBefore = end && sql`and not ${isFrom(end)}`;
  return sql<SubjectVersion>`select document_id, content_version, object_key, content.created_at,
      coalesce(documents.body ->> '$.fileName', documents.body ->> '$.title') as name
    from document_contents as content join documents on documents.id = content.document_id
    where document_id in (select id from (${documentIds(clientId)})) and ${isFrom(from)} ${isBefore ?? sql``}
    order by document_id, content_version limit ${PAGE_VERSIONS}`.compile(rowsBuilder);
}

function isFrom({ documentId, contentVersion }: VersionPlace) {
  return sql`(document_id, content_version) >= (${documentId}, ${contentVersion})`;
}
