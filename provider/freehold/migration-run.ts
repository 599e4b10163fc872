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
 * Applies all migrations to a database that is probably new, in one call, which D1 runs as one transaction.
 *
 * If D1 refuses the call, nothing was applied, and the missing migrations are applied one by one: the database was not
 * new, another run was faster, an earlier answer was lost, or a migration fails and must be named.
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
 * Applies the migrations that the database's ledger lacks, oldest first, one transaction each.
 *
 * Runs may be concurrent: the ledger's key admits one of them, and the others find the migration applied.
 *
 * @returns Names of all applied migrations, oldest first. Throws `ProviderFailure`: `migration_refused` before
 * any change, `migration_failed` with the database at the previous migration.
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
 * Reads the ledger of a database.
 *
 * @returns `undefined` when the database or its ledger does not exist.
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
