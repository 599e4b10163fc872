import {
  createLedgerSql,
  describeMigrationError,
  type LedgerRow,
  type MigrationFile,
  migrationBatch,
  planMigrations,
  readLedgerSql,
} from '../../schema/migrate/migration-ledger.ts';
import { type CloudflareApi, isStatus } from '../api/cloudflare-api.ts';
import type { Properties } from '../engine/property-value.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';
import { type DatabaseAddress, runStatements, toSqlRefusal } from './d1-query.ts';

const createLedger = { sql: createLedgerSql, parameters: [] };
const readLedger = { sql: readLedgerSql, parameters: [] };

/**
 * Applies all migrations to a database that is probably new: one call, which D1 runs as one transaction.
 *
 * If anything in it is refused, nothing of it was done, and the migrations that the database lacks go in one
 * by one instead: the database was not new, somebody else was faster, an earlier answer was lost, or one of
 * them fails and must be named.
 *
 * @returns Names of all applied migrations, oldest first. Throws `ProviderFailure`.
 */
export async function applyToFresh(
  api: CloudflareApi,
  database: DatabaseAddress,
  files: readonly MigrationFile[],
): Promise<readonly string[]> {
  const appliedAt = new Date().toISOString();
  try {
    await runStatements(api, database, [
      createLedger,
      ...files.flatMap((file) => migrationBatch(file, appliedAt)),
    ]);
    return files.map(({ name }) => name);
  } catch (error) {
    if (toSqlRefusal(error) === undefined) throw error;
    return applyPending(api, database, files);
  }
}

/**
 * Applies what the database's ledger lacks, oldest first, one transaction each.
 *
 * Any number of runs may meet: the ledger's key lets one of them in, and the others find the migration
 * applied.
 *
 * @returns Names of all applied migrations, oldest first. Throws `ProviderFailure`: `migration_refused` before
 *   anything is touched, `migration_failed` with the database at the migration before.
 */
export async function applyPending(
  api: CloudflareApi,
  database: DatabaseAddress,
  files: readonly MigrationFile[],
): Promise<readonly string[]> {
  const reread = async () => toLedger((await runStatements(api, database, [createLedger, readLedger]))[1]);
  let ledger = await reread();
  for (;;) {
    const next = firstPending(files, ledger);
    if (next === undefined) return ledger.map(({ name }) => name);
    try {
      const batch = [...migrationBatch(next, new Date().toISOString()), readLedger];
      ledger = toLedger((await runStatements(api, database, batch)).at(-1));
    } catch (error) {
      const detail = toSqlRefusal(error);
      if (detail === undefined) throw error;
      ledger = await reread();
      if (!ledger.some(({ name }) => name === next.name)) {
        const latest = ledger.at(-1)?.name;
        throw new ProviderFailure({ kind: 'migration_failed', migration: next.name, detail, latest });
      }
    }
  }
}

/**
 * Reads which migrations a database says it has.
 *
 * @returns `undefined` when there is no such database, or no ledger in it.
 */
export async function findLedger(
  api: CloudflareApi,
  database: DatabaseAddress,
): Promise<readonly LedgerRow[] | undefined> {
  try {
    return toLedger((await runStatements(api, database, [readLedger]))[0]);
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    if (toSqlRefusal(error) === undefined) throw error;
    const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'";
    const [tables] = await runStatements(api, database, [{ sql, parameters: [] }]);
    if (tables?.length === 0) return undefined;
    throw error;
  }
}

function firstPending(
  files: readonly MigrationFile[],
  ledger: readonly LedgerRow[],
): MigrationFile | undefined {
  const plan = planMigrations(files, ledger);
  if (plan.kind === 'pending') return plan.migrations[0];
  throw new ProviderFailure({ kind: 'migration_refused', detail: describeMigrationError(plan) });
}

function toLedger(rows: readonly Properties[] | undefined): readonly LedgerRow[] {
  return (rows ?? []).map((row) => ({
    name: String(row.name),
    sha256: String(row.sha256),
    applied_at: String(row.applied_at),
    ordinal: Number(row.ordinal),
  }));
}
