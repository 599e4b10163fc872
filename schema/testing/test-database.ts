import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';
import { migrationsFolder } from '../migrate/database-definition.ts';
import {
  createLedgerSql,
  type MigrationFile,
  migrationBatch,
  readMigrationFiles,
} from '../migrate/migration-ledger.ts';
import type { Tier } from '../model/define-table.ts';
import type { Statement } from '../model/list-statement.ts';

/** A row as D1 returns it. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** Empty D1 databases in workerd, for tests. */
export interface TestDatabases {
  /** Runs one statement in the database with this name. */
  query(
    database: string,
    sql: string,
    ...parameters: readonly (string | number | null)[]
  ): Promise<readonly SqlRow[]>;
  /** Runs statements as one transaction and returns the rows of each. */
  batch(database: string, statements: readonly Statement[]): Promise<readonly (readonly SqlRow[])[]>;
  dispose(): Promise<void>;
}

/** Starts workerd with one empty database for each name. */
export async function startTestDatabases(...names: readonly string[]): Promise<TestDatabases> {
  const miniflare = new Miniflare({
    modules: true,
    script: 'export default {}',
    compatibilityDate: '2026-07-28',
    d1Databases: Object.fromEntries(names.map((name) => [name, name])),
  });
  await miniflare.ready;
  return {
    async query(database, sql, ...parameters) {
      const d1 = await miniflare.getD1Database(database);
      return (
        await d1
          .prepare(sql)
          .bind(...parameters)
          .all<SqlRow>()
      ).results;
    },
    async batch(database, statements) {
      const d1 = await miniflare.getD1Database(database);
      const results = await d1.batch<SqlRow>(
        statements.map(({ sql, parameters }) => d1.prepare(sql).bind(...parameters)),
      );
      return results.map((result) => result.results);
    },
    dispose: () => miniflare.dispose(),
  };
}

/** The committed migrations of a tier. */
export function readTierMigrations(tier: Tier): Promise<readonly MigrationFile[]> {
  return readMigrationFiles(fileURLToPath(migrationsFolder(tier)));
}

/** Migrates a database to the newest migration of its tier. */
export async function migrate(databases: TestDatabases, database: string, tier: Tier): Promise<void> {
  await databases.query(database, createLedgerSql);
  for (const migration of await readTierMigrations(tier)) {
    await databases.batch(database, migrationBatch(migration, '2026-01-01T00:00:00.000Z'));
  }
}
