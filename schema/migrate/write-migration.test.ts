import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type ColumnDefinition, defineTable, type UniqueIndex } from '../model/define-table.ts';
import { line } from '../model/fields.ts';
import { shapeOf } from '../model/shape.ts';
import { startTestDatabases, type TestDatabases } from '../testing/test-database.ts';
import type { DatabaseDefinition } from './database-definition.ts';
import { migrationBatch, readMigrationFiles } from './migration-ledger.ts';
import { readSnapshot, writeMigration } from './write-migration.ts';

const title: ColumnDefinition = { name: 'title', path: 'title', type: 'text', filters: ['eq'] };
const topic: ColumnDefinition = { name: 'topic', path: 'topic', type: 'text', filters: ['eq', 'in'] };

let folder: string;
const folders: string[] = [];
const opened: TestDatabases[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'freehold-write-'));
  folders.push(folder);
});

afterAll(async () => {
  await Promise.all(folders.map((path) => rm(path, { recursive: true })));
  await Promise.all(opened.map((databases) => databases.dispose()));
});

/** A database with one table, `notes`. */
function withNotes(
  columns: readonly ColumnDefinition[],
  indexes: readonly UniqueIndex[] = [],
): DatabaseDefinition {
  const notes = defineTable({
    name: 'notes',
    collection: 'notes',
    tier: 'account',
    idPrefix: 'not',
    describes: 'A note.',
    body: v.strictObject({ title: line(80), topic: v.optional(line(80)) }),
    columns,
    indexes,
    example: { title: 'Call back' },
  });
  return { tables: [shapeOf(notes)], supportTables: [], seed: [] };
}

function write(name: string, database: DatabaseDefinition, empty = false) {
  return writeMigration({ tier: 'account', name, folder, database, empty });
}

function readMigration(file: string): Promise<string> {
  return readFile(join(folder, file), 'utf8');
}

/** Applies the migrations in the folder to a fresh database, inserting a note after the first. */
async function applyAll(): Promise<TestDatabases> {
  const databases = await startTestDatabases('notes');
  opened.push(databases);
  await databases.query('notes', 'CREATE TABLE schema_migrations (name, sha256, applied_at, ordinal)');
  for (const migration of await readMigrationFiles(folder)) {
    await databases.batch('notes', migrationBatch(migration, '2026-01-01T00:00:00.000Z'));
    if (migration.ordinal === 1) {
      await databases.query(
        'notes',
        `INSERT INTO notes (id, body) VALUES ('n1', '{"title":"A","topic":"x"}')`,
      );
    }
  }
  return databases;
}

describe('writeMigration', () => {
  it('writes the tables of the models first, and nothing when they exist', async () => {
    expect(await write('initial', withNotes([title]))).toMatchObject({
      kind: 'written',
      file: '0001_initial.sql',
    });
    expect(await write('again', withNotes([title]))).toEqual({ kind: 'unchanged' });
    expect((await readdir(folder)).toSorted()).toEqual(['0001_initial.sql', 'snapshot.json']);
    expect(await readSnapshot(folder)).toEqual(withNotes([title]));
  });

  it('adds a column and its indexes to a table that has rows', async () => {
    await write('initial', withNotes([title]));
    await write('add_topic', withNotes([title, topic], [{ unique: ['title', 'topic'] }]));

    const databases = await applyAll();
    expect(await databases.query('notes', 'SELECT title, topic FROM notes')).toEqual([
      { title: 'A', topic: 'x' },
    ]);
    const indexes = await databases.query('notes', 'PRAGMA index_list(notes)');
    expect(indexes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['notes_by_topic', 'notes_by_title_topic_unique']),
    );
  });

  it('drops a column after its indexes, and keeps the body', async () => {
    await write('initial', withNotes([title, topic]));
    await write('drop_topic', withNotes([title]));

    const databases = await applyAll();
    const rows = await databases.query('notes', 'SELECT * FROM notes');
    expect(rows[0]).not.toHaveProperty('topic');
    expect(rows[0]?.body).toContain('"topic":"x"');
  });

  it('makes the same database in several steps as in one', async () => {
    await write('initial', withNotes([topic]));
    await write('two', withNotes([topic, title]));
    await write('three', withNotes([title]));
    const inSteps = await applyAll();
    const stepsList = await inSteps.query(
      'notes',
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name",
    );

    folder = await mkdtemp(join(tmpdir(), 'freehold-write-'));
    folders.push(folder);
    await write('initial', withNotes([title]));
    const atOnce = await applyAll();
    expect(stepsList).toEqual(
      await atOnce.query('notes', "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"),
    );
  });

  it('refuses to change what a column reads, and writes nothing', async () => {
    await write('initial', withNotes([title]));
    const outcome = await write('change', withNotes([{ ...title, path: 'topic', field: 'title' }]));

    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(outcome.kind === 'refused' ? outcome.reasons[0] : '').toMatch(
      /notes\.title.+remove it from the model/,
    );
    expect((await readdir(folder)).toSorted()).toEqual(['0001_initial.sql', 'snapshot.json']);
    expect(await readSnapshot(folder)).toEqual(withNotes([title]));
  });

  it('refuses to drop a table, and starts the file for it when asked', async () => {
    const nothing = { tables: [], supportTables: [], seed: [] };
    await write('initial', withNotes([title]));

    expect(await write('drop', nothing)).toMatchObject({ kind: 'refused' });
    expect(await write('drop', nothing, true)).toMatchObject({ kind: 'written', file: '0002_drop.sql' });
    expect(await readMigration('0002_drop.sql')).toContain('-- By hand: table notes was removed');
    expect(await readSnapshot(folder)).toEqual(nothing);
  });

  it('starts a file that no release contains before it is finished', async () => {
    await write('initial', withNotes([title]));
    await write('add_topic', withNotes([title, topic]), true);

    await expect(readMigrationFiles(folder)).rejects.toThrow(
      'migration 0002_add_topic.sql is unfinished: add its SQL, then delete the line "-- Unfinished: ',
    );
    const text = await readMigration('0002_add_topic.sql');
    expect(text).toContain('ADD COLUMN topic');
    await writeFile(join(folder, '0002_add_topic.sql'), text.replace(/^-- Unfinished: .*\n/m, ''));
    expect(await readMigrationFiles(folder)).toHaveLength(2);
  });

  it('inserts new seed rows with quotes in them, and refuses to change existing ones', async () => {
    const row = { table: 'notes', id: 'n2', body: { title: "It's; done" } };
    await write('initial', withNotes([title]));
    await write('seed', { ...withNotes([title]), seed: [row] });

    const databases = await applyAll();
    expect(await databases.query('notes', "SELECT title FROM notes WHERE id = 'n2'")).toEqual([
      { title: "It's; done" },
    ]);
    const changed = await write('change', {
      ...withNotes([title]),
      seed: [{ ...row, body: { title: 'Other' } }],
    });
    expect(changed).toMatchObject({ kind: 'refused' });
  });

  it('adds triggers when a table becomes append-only, and does not remove them by itself', async () => {
    const open = withNotes([title]);
    const closed = { ...open, tables: open.tables.map((table) => ({ ...table, appendOnly: true as const })) };
    await write('initial', open);
    await write('protect', closed);

    const databases = await applyAll();
    await expect(databases.query('notes', 'DELETE FROM notes')).rejects.toThrow('append-only');
    expect(await write('open', open)).toMatchObject({ kind: 'refused' });
  });

  it('refuses a name that is not snake_case', async () => {
    expect(await write('Add-Topic', withNotes([title]))).toMatchObject({ kind: 'refused' });
  });
});
