import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestDatabases, type TestDatabases } from '../testing/test-database.ts';
import {
  createLedgerSql,
  describeMigrationError,
  type LedgerRow,
  type MigrationFile,
  migrationBatch,
  planMigrations,
  readLedgerSql,
  readMigrationFiles,
  toMigrationFile,
} from './migration-ledger.ts';

const first = toMigrationFile('0001_initial.sql', 1, 'CREATE TABLE a (id TEXT);');
const second = toMigrationFile('0002_add_b.sql', 2, 'CREATE TABLE b (id TEXT);\nINSERT INTO a VALUES (1);');
const third = toMigrationFile('0003_add_c.sql', 3, 'CREATE TABLE c (id TEXT);');
const files = [first, second, third];

function applied(...migrations: readonly MigrationFile[]): readonly LedgerRow[] {
  return migrations.map(({ name, sha256, ordinal }) => ({
    name,
    sha256,
    ordinal,
    applied_at: '2026-01-01T00:00:00.000Z',
  }));
}

describe('readMigrationFiles', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-migrations-'));
    await writeFile(join(folder, '0002_add_b.sql'), '-- b\nCREATE TABLE b (id TEXT);\n');
    await writeFile(join(folder, '0001_initial.sql'), 'CREATE TABLE a (id TEXT);\n');
    await writeFile(join(folder, 'snapshot.json'), '{}');
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('reads the SQL files of a folder, oldest first', async () => {
    const migrations = await readMigrationFiles(folder);

    expect(migrations.map(({ name, ordinal, statements }) => ({ name, ordinal, statements }))).toEqual([
      { name: '0001_initial', ordinal: 1, statements: ['CREATE TABLE a (id TEXT)'] },
      { name: '0002_add_b', ordinal: 2, statements: ['CREATE TABLE b (id TEXT)'] },
    ]);
  });
});

describe('toMigrationFile', () => {
  it('has the same checksum with either kind of line ending', () => {
    const unix = toMigrationFile('0001_a.sql', 1, 'SELECT 1;\nSELECT 2;\n');
    const windows = toMigrationFile('0001_a.sql', 1, 'SELECT 1;\r\nSELECT 2;\r\n');

    expect(windows).toEqual(unix);
    expect(unix.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['1_a.sql', 1, 'SELECT 1', 'is not named like'],
    ['0001-a.sql', 1, 'SELECT 1', 'is not named like'],
    ['0003_a.sql', 2, 'SELECT 1', 'is number 2 in order'],
    ['0001_a.sql', 1, "SELECT 'a", 'has a quoted text that begins on line 1'],
    ['0001_a.sql', 1, '-- nothing', 'has no statement'],
  ])('refuses %s as number %i with %j', (file, ordinal, text, message) => {
    expect(() => toMigrationFile(file, ordinal, text)).toThrow(message);
  });
});

describe('planMigrations', () => {
  it('returns the migrations that the database lacks, oldest first', () => {
    expect(planMigrations(files, [])).toEqual({ kind: 'pending', migrations: files });
    expect(planMigrations(files, applied(first, second))).toEqual({ kind: 'pending', migrations: [third] });
    expect(planMigrations(files, applied(...files))).toEqual({ kind: 'pending', migrations: [] });
  });

  it('refuses a file that was edited after it was applied', () => {
    const edited = { ...second, sha256: 'f'.repeat(64) };
    const plan = planMigrations([first, edited, third], applied(first, second));

    expect(plan).toMatchObject({ kind: 'migration_edited', name: '0002_add_b' });
  });

  it('refuses when the file of an applied migration is missing', () => {
    expect(planMigrations([first], applied(first, second))).toEqual({
      kind: 'migration_missing',
      name: '0002_add_b',
    });
  });

  it('refuses a migration numbered before the last applied one', () => {
    expect(planMigrations(files, applied(first, third))).toEqual({
      kind: 'migration_out_of_order',
      name: '0002_add_b',
      appliedName: '0003_add_c',
    });
  });

  it('describes each error in a sentence: which migration, and what to do', () => {
    const sentences = [
      planMigrations([{ ...first, sha256: 'f'.repeat(64) }], applied(first)),
      planMigrations([], applied(first)),
      planMigrations(files, applied(second)),
    ].map((plan) => (plan.kind === 'pending' ? '' : describeMigrationError(plan)));

    for (const sentence of sentences) {
      expect(sentence).toMatch(/^migration 0001_initial .+: .+/);
    }
  });
});

describe('migrationBatch', () => {
  let databases: TestDatabases;

  beforeAll(async () => {
    databases = await startTestDatabases('ledger');
    await databases.query('ledger', createLedgerSql);
  }, 60_000);

  afterAll(() => databases.dispose());

  it('applies a migration and records it in one transaction', async () => {
    await databases.batch('ledger', migrationBatch(first, '2026-01-01T00:00:00.000Z'));

    expect(await databases.query('ledger', readLedgerSql)).toEqual(applied(first));
  });

  it('changes nothing when a statement fails', async () => {
    const failing = toMigrationFile(
      '0002_fails.sql',
      2,
      'CREATE TABLE d (id TEXT); INSERT INTO nowhere VALUES (1);',
    );

    await expect(
      databases.batch('ledger', migrationBatch(failing, '2026-01-02T00:00:00.000Z')),
    ).rejects.toThrow('no such table: nowhere');
    expect(await databases.query('ledger', readLedgerSql)).toEqual(applied(first));
    expect(await databases.query('ledger', "SELECT name FROM sqlite_master WHERE name = 'd'")).toEqual([]);
  });

  it('applies a migration once when two runs meet', async () => {
    const runs = [second, second].map((file) =>
      databases.batch('ledger', migrationBatch(file, '2026-01-01T00:00:00.000Z')),
    );
    const outcomes = await Promise.allSettled(runs);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await databases.query('ledger', readLedgerSql)).toEqual(applied(first, second));
  });
});
