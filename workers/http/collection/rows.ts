import { createQueryBuilder } from '../database/query-builder.ts';
import { toEtag } from '../request/etag.ts';

/** A row of any collection as D1 gives it. */
export interface StoredRow {
  readonly id: string;
  /** JSON text. */
  readonly body: string;
}

/** Every collection's table has these columns; the others are reached with `sql.ref()`. */
interface CollectionTables {
  readonly [table: string]: StoredRow & { readonly version: number };
}

/** Compiles queries over whichever table a collection has. */
export const rowsBuilder = createQueryBuilder<CollectionTables>();

/** Fields of a body, tracking fields included. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row with its body read. */
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
 * A row as the API shows it: id, version and tracking fields first, then its own fields.
 *
 * @param accountId Account of the database. Seeded rows do not know it; the platform's are of no account, but may name one.
 */
export function toAnswer(row: StoredRow, accountId: string | undefined): Fields {
  const {
    version,
    accountId: stored,
    createdAt,
    createdBy,
    updatedAt,
    updatedBy,
    digestSalt: _,
    ...own
  } = readRow(row).fields;
  const named = stored ?? accountId;
  const account = named === undefined ? {} : { accountId: named };
  return { id: row.id, version, ...account, createdAt, createdBy, updatedAt, updatedBy, ...own };
}

const TRACKING = new Set([
  'id',
  'version',
  'accountId',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'digestSalt', // In the body alone: no answer shows it.
]);

/** Whether a field is the server's own in every table: the id and the tracking fields. */
export function isTracking(name: string): boolean {
  return TRACKING.has(name);
}

/** The fields of a body without the tracking fields. */
export function withoutTracking(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !TRACKING.has(name)));
}
