import type { ColumnType, GeneratedAlways } from 'kysely';
import type { accountTables } from '../account/tables.ts';
import type { platformTables } from '../platform/tables.ts';
import type { Table, TableColumn } from './define-table.ts';

/** System columns, which have a value in every row. */
type AlwaysPresent = 'version' | 'created_at' | 'updated_at';

type SqlValue<Type extends 'text' | 'integer'> = Type extends 'integer' ? number : string;

/** Generated columns: they can be read, compared and sorted by, but not written. */
type GeneratedColumns<Columns extends readonly TableColumn[]> = {
  readonly [Column in Columns[number] as Column['name']]: GeneratedAlways<
    Column['name'] extends AlwaysPresent ? SqlValue<Column['type']> : SqlValue<Column['type']> | null
  >;
};

/** A collection in SQL: the id, the JSON text and the columns generated from it. */
type CollectionRow<Model extends Table> = GeneratedColumns<Model['columns']> & {
  /** Set once, at insertion. */
  readonly id: ColumnType<string, string, never>;
  /** JSON text of the whole body. */
  readonly body: string;
};

/** Responses to creates with an `Idempotency-Key`, replayed when the request is repeated. */
interface IdempotencyKeyRow {
  key: string;
  /** `sub` of the caller: two people may choose the same key. */
  subject: string;
  request_hash: string;
  response_status: number;
  /** JSON text. */
  response_body: string;
  created_at: string;
}

/** The ledger of migrations; see `migration-ledger.ts`. */
interface SchemaMigrationRow {
  name: string;
  sha256: string;
  applied_at: string;
  ordinal: number;
}

type Database<Tables extends readonly Table[]> = {
  readonly [Model in Tables[number] as Model['name']]: CollectionRow<Model>;
} & {
  readonly idempotency_keys: IdempotencyKeyRow;
  readonly schema_migrations: SchemaMigrationRow;
};

/** Which process runs an account's maintenance. */
interface MaintenanceLeaseRow {
  name: string;
  /** Null when maintenance is not running. */
  holder: string | null;
  /** Milliseconds. */
  expires_at: number;
  requests: number;
}

/** A secret that signs the messages to an endpoint. */
interface WebhookSecretRow {
  endpoint_id: string;
  secret: string;
  /** Milliseconds. */
  created_at: number;
  /** Milliseconds; null for the newest. */
  expires_at: number | null;
}

/** How far an endpoint has been sent events. */
interface WebhookProgressRow {
  endpoint_id: string;
  position: number;
  /** Failed attempts in a row. */
  failures: number;
  /** Milliseconds. */
  failing_since: number | null;
  /** Milliseconds. */
  paused_until: number;
  is_gone: number;
}

/** When an active account's maintenance is due. */
interface AccountMaintenanceRow {
  account_id: string;
  /** Milliseconds. */
  due_at: number;
  /** Failed calls in a row. */
  failures: number;
}

/** An account's database, for `new Kysely<AccountDatabase>(…)`. */
export type AccountDatabase = Database<typeof accountTables> & {
  readonly maintenance_leases: MaintenanceLeaseRow;
  readonly webhook_secrets: WebhookSecretRow;
  readonly webhook_progress: WebhookProgressRow;
};

/** The platform's database. */
export type PlatformDatabase = Database<typeof platformTables> & {
  readonly account_maintenance: AccountMaintenanceRow;
};
