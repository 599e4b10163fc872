import { isTracking } from '../../../schema/model/tracking.ts';
import { createQueryBuilder } from '../database/query-builder.ts';
import { toEtag } from '../request/etag.ts';

/** A row of any collection as D1 returns it. */
export interface StoredRow {
  readonly id: string;
  /** JSON text. */
  readonly body: string;
}

/** Columns that every collection's table has; other columns are reached with `sql.ref()`. */
interface CollectionTables {
  readonly [table: string]: StoredRow & { readonly version: number };
}

/** Compiles queries on the table of any collection. */
export const rowsBuilder = createQueryBuilder<CollectionTables>();

/** Fields of a body, tracking fields included. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row with its body parsed. */
export interface ReadRow {
  readonly id: string;
  readonly version: number;
  readonly etag: string;
  readonly fields: Fields;
}

/** Parses a stored row. */
export function readRow(row: StoredRow): ReadRow {
  const fields = JSON.parse(row.body) as Fields;
  const version = Number(fields.version);
  return { id: row.id, version, etag: toEtag(version), fields };
}

/**
 * A row as the API shows it: id, version and tracking fields first, then its other fields.
 *
 * @param accountId Account of the database, added to seeded rows, which lack it. Undefined on the platform, where a row
 *   may have its own `accountId` field.
 */
export function toAnswer(row: StoredRow, accountId: string | undefined): Fields {
  const {
    version,
    accountId: stored,
    createdAt,
    createdBy,
    updatedAt,
    updatedBy,
    digestSalt: _salt,
    folded: _folded,
    ...own
  } = readRow(row).fields;
  const named = stored ?? accountId;
  const account = named === undefined ? {} : { accountId: named };
  return { id: row.id, version, ...account, createdAt, createdBy, updatedAt, updatedBy, ...own };
}

/** The fields of a body without the tracking fields. */
export function withoutTracking(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !isTracking(name)));
}
