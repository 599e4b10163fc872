import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../account/tables/cases.ts';
import { clients } from '../account/tables/clients.ts';
import { users } from '../account/tables/users.ts';
import { createLedgerSql, migrationBatch } from '../migrate/migration-ledger.ts';
import {
  migrate,
  readTierMigrations,
  startTestDatabases,
  type TestDatabases,
} from '../testing/test-database.ts';
import { listedReferences } from './listed-references.ts';

let databases: TestDatabases;

beforeAll(async () => {
  databases = await startTestDatabases('account', 'older');
  await migrate(databases, 'account', 'account');
}, 60_000);

afterAll(() => databases.dispose());

function put(id: string, clientIds: readonly string[] | undefined, title = 'Joint') {
  return {
    sql: 'INSERT INTO cases (id, body) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
    parameters: [id, JSON.stringify({ title, clientId: 'cli-main', clientIds })],
  };
}

async function entries(database: string) {
  return await databases.query(database, 'SELECT named_id, row_id FROM cases_client_ids ORDER BY 1, 2');
}

describe('listed references', () => {
  it('are the references that have no column', () => {
    expect(listedReferences(cases)).toEqual([
      { field: 'clientIds', collection: 'clients', entries: 'cases_client_ids' },
    ]);
    expect(listedReferences(users)).toMatchObject([{ field: 'groupIds', entries: 'users_group_ids' }]);
    expect(listedReferences(clients)).toEqual([]);
  });

  it('are found for rows of an older database', async () => {
    await databases.query('older', createLedgerSql);
    const migrations = await readTierMigrations('account');
    const own = migrations.findIndex(({ name }) => name.includes('find_listed_references'));
    expect(own).toBeGreaterThan(0);
    for (const migration of migrations.slice(0, own))
      await databases.batch('older', migrationBatch(migration, '2026-01-01T00:00:00.000Z'));
    await databases.batch('older', [
      put('cas-1', ['cli-a', 'cli-b']),
      put('cas-2', ['cli-b']),
      put('cas-3', []),
    ]);
    await databases.batch('older', [put('cas-4', undefined)]);
    for (const migration of migrations.slice(own))
      await databases.batch('older', migrationBatch(migration, '2026-01-01T00:00:00.000Z'));

    expect(await entries('older')).toEqual([
      { named_id: 'cli-a', row_id: 'cas-1' },
      { named_id: 'cli-b', row_id: 'cas-1' },
      { named_id: 'cli-b', row_id: 'cas-2' },
    ]);
  });

  it('match the body of every row after every kind of write', async () => {
    const id = fc.constantFrom('cas-1', 'cas-2', 'cas-3');
    const named = fc.uniqueArray(fc.constantFrom('cli-a', 'cli-b', 'cli-c'));
    const write = fc.oneof(
      fc.record({ id, clientIds: fc.option(named, { nil: undefined }), title: fc.string() }),
      fc.record({ id, isDeleted: fc.constant(true) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), async (writes) => {
        await databases.batch(
          'account',
          writes.map((it) =>
            'isDeleted' in it
              ? { sql: 'DELETE FROM cases WHERE id = ?1', parameters: [it.id] }
              : put(it.id, it.clientIds, it.title),
          ),
        );
        const wanted = await databases.query(
          'account',
          `SELECT named.value AS named_id, cases.id AS row_id
          FROM cases, json_each(cases.body, '$.clientIds') AS named ORDER BY 1, 2`,
        );
        expect(await entries('account')).toEqual(wanted);
      }),
      { numRuns: 15 },
    );
  });
});
