import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unknownValue } from '../../provider/engine/property-value.ts';
import { databaseMigrationsToken } from '../../schema/factory/resource-tokens.ts';
import { readMigrationFiles } from '../../schema/migrate/migration-ledger.ts';
import { account, servePackage } from './served-package.ts';

const served = servePackage('freehold', 1);
const notes = 'CREATE TABLE notes (id TEXT PRIMARY KEY, body TEXT NOT NULL);\n';
const index = 'CREATE INDEX notes_by_body ON notes (body);\n';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'freehold-migrations-'));
});
afterAll(() => rm(root, { recursive: true }));

let databaseId: string;
beforeEach(async () => {
  const { uuid } = await post('', { name: `db-${randomUUID()}` });
  databaseId = uuid;
});

async function post(path: string, body: object) {
  const answer = await served.cloud.call('POST', `/accounts/{account}/d1/database${path}`, body);
  return answer.body.result;
}

/** Inputs for migrations that were just written, by their file names. */
async function inputsFor(files: { readonly [name: string]: string }) {
  const directory = await mkdtemp(join(root, 'release-'));
  await mkdir(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  const migrations = await readMigrationFiles(directory);
  return {
    cloudflareAccountId: account,
    databaseId,
    directory,
    checksums: Object.fromEntries(migrations.map(({ name, sha256 }) => [name, sha256])),
  };
}

async function tables(): Promise<readonly unknown[]> {
  // D1 has internal tables in every database.
  const sql = String.raw`SELECT name FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL
    AND name NOT LIKE '\_cf\_%' ESCAPE '\' ORDER BY name`;
  const [{ results }] = await post(`/${databaseId}/query`, { sql });
  return results.map(({ name }: { name: unknown }) => name);
}

const create = (inputs: Awaited<ReturnType<typeof inputsFor>>) =>
  served.client.create(databaseMigrationsToken, inputs);

describe('DatabaseMigrations', () => {
  it('migrates a new database with one call, for any number of migrations', async () => {
    const inputs = await inputsFor({ '0001_notes.sql': notes, '0002_index.sql': index });
    const { id, state } = await create(inputs);
    expect(served.apiCalls).toHaveLength(1);
    expect(id).toBe(`${account}/${databaseId}`);
    expect(state).toMatchObject({ applied: ['0001_notes', '0002_index'], latest: '0002_index' });
    expect(await tables()).toEqual(['notes', 'notes_by_body', 'schema_migrations']);
  });

  it('keeps the SQL out of the state', async () => {
    const { state } = await create(await inputsFor({ '0001_notes.sql': notes }));
    expect(JSON.stringify(state)).not.toContain('CREATE');
  });

  it('applies only new migrations later', async () => {
    const olds = await inputsFor({ '0001_notes.sql': notes });
    const { id } = await create(olds);
    const news = await inputsFor({ '0001_notes.sql': notes, '0002_index.sql': index });
    const state = await served.client.update(databaseMigrationsToken, id, olds, news);
    expect(state).toMatchObject({ applied: ['0001_notes', '0002_index'], latest: '0002_index' });
  });

  it('shows in a preview which migrations will be applied', async () => {
    const inputs = { ...(await inputsFor({ '0001_notes.sql': notes })), databaseId: unknownValue };
    const { state } = await served.client.create(databaseMigrationsToken, inputs, true);
    expect(state).toMatchObject({ applied: ['0001_notes'], latest: '0001_notes' });
    expect(served.apiCalls).toEqual([]);
  });

  it('lets any number of runs work on one database concurrently', async () => {
    const inputs = await inputsFor({
      '0001_notes.sql': notes,
      '0002_row.sql': "INSERT INTO notes VALUES ('1', 'once');",
    });
    const runs = await Promise.all([create(inputs), create(inputs), create(inputs), create(inputs)]);
    expect(runs.map(({ state }) => state.latest)).toEqual(Array(4).fill('0002_row'));
    const result = await post(`/${databaseId}/query`, { sql: 'SELECT count(*) AS rows FROM notes' });
    expect(result).toMatchObject([{ results: [{ rows: 1 }] }]);
  });

  it('succeeds although a response was lost', async () => {
    await served.cloud.failNext('POST', '/query$', { effect: 'after', action: 'drop' });
    const { state } = await create(await inputsFor({ '0001_notes.sql': notes }));
    expect(state.latest).toBe('0001_notes');
  });

  it("stops at a failing migration, names it with SQLite's own words, and leaves the database at the one before", async () => {
    const inputs = await inputsFor({
      '0001_notes.sql': notes,
      '0002_broken.sql': "INSERT INTO notes VALUES ('1', 'lost');\nINSERT INTO missing VALUES (1);",
    });
    await expect(create(inputs)).rejects.toThrow(
      'migration 0002_broken failed and was rolled back: no such table: missing: SQLITE_ERROR; ' +
        'the database stands at 0001_notes',
    );
    expect(await tables()).toEqual(['notes', 'schema_migrations']);
    const result = await post(`/${databaseId}/query`, { sql: 'SELECT count(*) AS rows FROM notes' });
    expect(result).toMatchObject([{ results: [{ rows: 0 }] }]);
  });

  it('continues from there after the failing migration was corrected', async () => {
    const broken = await inputsFor({
      '0001_notes.sql': notes,
      '0002_index.sql': 'CREATE INDEX i ON missing (a);',
    });
    await expect(create(broken)).rejects.toThrow('0002_index');
    const { state } = await create(await inputsFor({ '0001_notes.sql': notes, '0002_index.sql': index }));
    expect(state.applied).toEqual(['0001_notes', '0002_index']);
  });

  it('refuses a migration that was edited after it was applied, already in a preview', async () => {
    const olds = await inputsFor({ '0001_notes.sql': notes });
    await create(olds);
    const news = await inputsFor({ '0001_notes.sql': notes.replace('body', 'text') });
    const [failure] = await served.client.check(databaseMigrationsToken, news, olds);
    expect(failure).toMatch(/^checksums: migration 0001_notes was edited after it was applied/);
    await expect(served.client.update(databaseMigrationsToken, '', olds, news)).rejects.toThrow(
      'migration 0001_notes was edited after it was applied',
    );
    await expect(create(news)).rejects.toThrow('migration 0001_notes was edited after it was applied');
  });

  it('refuses a release that lacks a migration which the database has', async () => {
    const olds = await inputsFor({ '0001_notes.sql': notes, '0002_index.sql': index });
    await create(olds);
    const news = await inputsFor({ '0001_notes.sql': notes });
    expect(await served.client.check(databaseMigrationsToken, news, olds)).toEqual([
      expect.stringMatching(/^checksums: migration 0002_index was applied and its file is missing/),
    ]);
  });

  it('ignores the history of a database that is replaced', async () => {
    const olds = await inputsFor({ '0001_notes.sql': notes });
    const news = { ...(await inputsFor({ '0001_notes.sql': index })), databaseId: unknownValue };
    expect(await served.client.check(databaseMigrationsToken, news, olds)).toEqual([]);
  });

  it('refuses checksums that are not those of the files', async () => {
    const inputs = await inputsFor({ '0001_notes.sql': notes });
    const [failure] = await served.client.check(databaseMigrationsToken, {
      ...inputs,
      checksums: { '0001_notes': 'abc', '0002_gone': 'abc' },
    });
    expect(failure).toContain('checksums: migration 0001_notes has the SHA-256');
    expect(
      await served.client.check(databaseMigrationsToken, { ...inputs, directory: join(root, 'none') }),
    ).toEqual([expect.stringContaining('directory: ENOENT')]);
  });

  it('reads back the ledger of the database, so that a refresh changes nothing', async () => {
    const inputs = await inputsFor({ '0001_notes.sql': notes });
    const { id, state } = await create(inputs);
    const live = await served.client.read(databaseMigrationsToken, id, inputs, state);
    expect(live).toMatchObject({ id, inputs, state: { latest: '0001_notes' } });
  });

  it('is gone for a refresh when the database or its ledger is', async () => {
    const inputs = await inputsFor({ '0001_notes.sql': notes });
    expect((await served.client.read(databaseMigrationsToken, `${account}/${databaseId}`, inputs)).id).toBe(
      '',
    );
    expect((await served.client.read(databaseMigrationsToken, `${account}/none`, inputs)).id).toBe('');
  });

  it('makes no call when it is deleted', async () => {
    const { id, state } = await create(await inputsFor({ '0001_notes.sql': notes }));
    served.forgetCalls();
    await served.client.delete(databaseMigrationsToken, id, state);
    expect(served.apiCalls).toEqual([]);
  });
});
