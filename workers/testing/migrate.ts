import { join, resolve } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import {
  createLedgerSql,
  migrationBatch,
  readMigrationFiles,
} from '../../schema/migrate/migration-ledger.ts';
import type { Tier } from '../../schema/model/define-table.ts';

const migrationsRoot = resolve(import.meta.dirname, '../../schema/migrations');

/** Migrates an empty database to the newest schema of its tier, with the statements of production. */
export async function migrateBinding(database: D1Database, tier: Tier): Promise<void> {
  await database.prepare(createLedgerSql).run();
  for (const migration of await readMigrationFiles(join(migrationsRoot, tier))) {
    const statements = migrationBatch(migration, new Date().toISOString());
    await database.batch(statements.map(({ sql, parameters }) => database.prepare(sql).bind(...parameters)));
  }
}
