import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Statement } from '../model/list-statement.ts';
import { splitStatements } from './split-statements.ts';

/** A migration file such as `0002_add_notes.sql`, applied as a whole or not at all. */
export interface MigrationFile {
  /** File name without `.sql`. */
  readonly name: string;
  /** Its number, from 1 without gaps. */
  readonly ordinal: number;
  /** sha256 in hex of the file's text, with line endings as `\n` so that a Windows checkout has the same hash. */
  readonly sha256: string;
  /** Its SQL, one statement each, without comments and semicolons. */
  readonly statements: readonly string[];
}

/** A row of `schema_migrations`: a migration that was applied to a database. */
export interface LedgerRow {
  readonly name: string;
  readonly sha256: string;
  readonly applied_at: string;
  readonly ordinal: number;
}

/** Why the migration files do not match the database. Nothing is applied then. */
export type MigrationError =
  /** Applied, but the file has changed since. */
  | {
      readonly kind: 'migration_edited';
      readonly name: string;
      readonly appliedSha256: string;
      readonly fileSha256: string;
    }
  /** Applied, and there is no such file. */
  | { readonly kind: 'migration_missing'; readonly name: string }
  /** Not applied, though a later one is. */
  | { readonly kind: 'migration_out_of_order'; readonly name: string; readonly appliedName: string };

/** The migrations that a database lacks, oldest first; empty when it is up to date. */
export interface PendingMigrations {
  readonly kind: 'pending';
  readonly migrations: readonly MigrationFile[];
}

/** Creates the ledger if it does not exist. Safe to repeat. */
export const createLedgerSql = `CREATE TABLE IF NOT EXISTS schema_migrations (
  name TEXT PRIMARY KEY NOT NULL,
  sha256 TEXT NOT NULL,
  applied_at TEXT NOT NULL,
  ordinal INTEGER NOT NULL UNIQUE
) STRICT`;

/** Reads the ledger as `LedgerRow`s. */
export const readLedgerSql =
  'SELECT name, sha256, applied_at, ordinal FROM schema_migrations ORDER BY ordinal';

const fileName = /^(\d{4})_([a-z0-9]+(?:_[a-z0-9]+)*)\.sql$/;

/**
 * Reads the migrations of a tier, oldest first. Ignores files that do not end in `.sql`.
 *
 * @throws For a file that a release must not contain: a malformed name, a gap or duplicate in the numbers,
 *   unterminated SQL, no statement at all, or `unfinishedLine`.
 */
export async function readMigrationFiles(directory: string): Promise<readonly MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) =>
      toMigrationFile(name, index + 1, await readFile(join(directory, name), 'utf8')),
    ),
  );
}

/**
 * A line of a migration that waits for SQL by hand. A watching factory would otherwise apply the file as it is, and refuse
 * the finished one as edited.
 */
export const unfinishedLine = '-- Unfinished: add the SQL, then delete this line.';

/** Makes a migration from a file's name and text; `ordinal` is the number that the file must have. */
export function toMigrationFile(file: string, ordinal: number, text: string): MigrationFile {
  const number = fileName.exec(file)?.[1];
  if (number === undefined) {
    throw new Error(`migration ${file} is not named like 0002_add_notes.sql`);
  }
  if (Number(number) !== ordinal) {
    throw new Error(
      `migration ${file} is number ${ordinal} in order: numbers start at 0001 without gaps or duplicates`,
    );
  }
  const sql = text.replaceAll('\r\n', '\n');
  if (sql.split('\n').includes(unfinishedLine)) {
    throw new Error(`migration ${file} is unfinished: add its SQL, then delete the line "${unfinishedLine}"`);
  }
  const statements = splitStatements(sql);
  if ('kind' in statements) {
    throw new Error(
      `migration ${file} has a ${statements.unfinished} that begins on line ${statements.line} and never ends`,
    );
  }
  if (statements.length === 0) {
    throw new Error(`migration ${file} has no statement`);
  }
  const sha256 = createHash('sha256').update(sql).digest('hex');
  return { name: file.slice(0, -'.sql'.length), ordinal, sha256, statements };
}

/** Compares the files with a database's ledger. */
export function planMigrations(
  files: readonly MigrationFile[],
  ledger: readonly LedgerRow[],
): PendingMigrations | MigrationError {
  const applied = new Map(ledger.map((row) => [row.name, row]));
  const known = new Set(files.map(({ name }) => name));
  const missing = ledger.find(({ name }) => !known.has(name));
  if (missing !== undefined) {
    return { kind: 'migration_missing', name: missing.name };
  }
  for (const { name, sha256 } of files) {
    const row = applied.get(name);
    if (row !== undefined && row.sha256 !== sha256) {
      return { kind: 'migration_edited', name, appliedSha256: row.sha256, fileSha256: sha256 };
    }
  }
  const pending = files.filter(({ name }) => !applied.has(name));
  const [first] = pending;
  const later = first && files.findLast(({ name, ordinal }) => applied.has(name) && ordinal > first.ordinal);
  if (first !== undefined && later !== undefined) {
    return { kind: 'migration_out_of_order', name: first.name, appliedName: later.name };
  }
  return { kind: 'pending', migrations: pending };
}

/**
 * The statements of one migration and its ledger row, for one `batch()`, which D1 runs as one transaction.
 * When two runs collide, the second violates the ledger's key and changes nothing.
 *
 * @param appliedAt ISO instant.
 */
export function migrationBatch(migration: MigrationFile, appliedAt: string): readonly Statement[] {
  const { name, sha256, ordinal } = migration;
  return [
    ...migration.statements.map((sql) => ({ sql, parameters: [] })),
    {
      sql: 'INSERT INTO schema_migrations (name, sha256, applied_at, ordinal) VALUES (?1, ?2, ?3, ?4)',
      parameters: [name, sha256, appliedAt, ordinal],
    },
  ];
}

/** A sentence for the operator: what is wrong, and what to do. */
export function describeMigrationError(error: MigrationError): string {
  switch (error.kind) {
    case 'migration_edited':
      return (
        `migration ${error.name} was edited after it was applied (applied ${error.appliedSha256.slice(0, 12)}, ` +
        `now ${error.fileSha256.slice(0, 12)}): restore the file and write the change as a new migration`
      );
    case 'migration_missing':
      return `migration ${error.name} was applied and its file is missing: restore the file, or use the release that has it`;
    case 'migration_out_of_order':
      return (
        `migration ${error.name} was not applied, but the later ${error.appliedName} was: ` +
        'give it a number after the last applied one'
      );
  }
}
