import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountSeed, seedGroupIds } from './account/seed.ts';
import { groups } from './account/tables/groups.ts';
import { currentDatabase, tablesOf } from './migrate/database-definition.ts';
import { tableStatements } from './model/ddl.ts';
import type { Tier } from './model/define-table.ts';
import { isId } from './model/ids.ts';
import { accountTrackingFields } from './model/tracking.ts';
import { createSearchStatements } from './search/search-index.ts';
import {
  migrate,
  readTierMigrations,
  type SqlRow,
  startTestDatabases,
  type TestDatabases,
} from './testing/test-database.ts';

const tiers: readonly Tier[] = ['account', 'platform'];
let databases: TestDatabases;

beforeAll(async () => {
  databases = await startTestDatabases('account', 'platform', 'account-models', 'platform-models');
  for (const tier of tiers) {
    await migrate(databases, tier, tier);
    const { tables, supportTables, search = [] } = currentDatabase(tier);
    const statements = [
      ...tables.flatMap(tableStatements),
      ...supportTables.flatMap((table) => table.statements),
      ...createSearchStatements(search),
    ];
    await databases.batch(
      `${tier}-models`,
      statements.map((sql) => ({ sql, parameters: [] })),
    );
  }
}, 60_000);

afterAll(() => databases.dispose());

function insert(database: string, table: string, id: string, body: object): Promise<readonly SqlRow[]> {
  return databases.query(
    database,
    `INSERT INTO ${table} (id, body) VALUES (?1, ?2)`,
    id,
    JSON.stringify(body),
  );
}

/** A table as SQLite describes it, without what depends on the order in which columns and indexes were added. */
async function describeTable(database: string, table: string) {
  const ask = (...sql: readonly string[]) =>
    databases.batch(
      database,
      sql.map((statement) => ({ sql: statement, parameters: [] })),
    );
  const [columns = [], indexes = [], definitions = []] = await ask(
    `PRAGMA table_xinfo(${table})`,
    `PRAGMA index_list(${table})`,
    `SELECT type, name, sql FROM sqlite_master WHERE tbl_name = '${table}' AND type <> 'table' ORDER BY type, name`,
  );
  const names = indexes.map(({ name }) => String(name)).sort();
  // A virtual table has no indexes, and D1 takes no empty batch.
  const keys = names.length === 0 ? [] : await ask(...names.map((name) => `PRAGMA index_xinfo(${name})`));
  return {
    columns: columns.map(({ cid: _, ...column }) => column).sort(byName),
    indexes: indexes.map(({ seq: _, ...index }) => index).sort(byName),
    keys: Object.fromEntries(names.map((name, at) => [name, keys[at]?.map(({ cid: _, ...key }) => key)])),
    definitions,
  };
}

function byName(left: SqlRow, right: SqlRow): number {
  return String(left.name) < String(right.name) ? -1 : 1;
}

describe.each(tiers)('the migrations of the %s database', (tier) => {
  it('make exactly the tables that the models describe', async () => {
    const list =
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name";
    const names = (await databases.query(`${tier}-models`, list)).map(({ name }) => String(name));
    const migrated = (await databases.query(tier, list)).map(({ name }) => String(name));

    expect(migrated).toEqual([...names, 'schema_migrations'].sort());
    for (const name of names) {
      expect(await describeTable(tier, name), name).toEqual(await describeTable(`${tier}-models`, name));
    }
  });

  it('generate the same columns from the same body', async () => {
    for (const { name, idPrefix, example } of tablesOf[tier]) {
      const id = `${idPrefix}-01kdw5h80c0000000000000099`;
      await insert(tier, name, id, example);
      await insert(`${tier}-models`, name, id, example);
      const select = `SELECT * FROM ${name} WHERE id = ?1`;

      expect(await databases.query(tier, select, id)).toEqual(
        await databases.query(`${tier}-models`, select, id),
      );
    }
  });

  it('keep every statement within the 100 000 bytes of D1', async () => {
    for (const { statements } of await readTierMigrations(tier)) {
      expect(Math.max(...statements.map((sql) => Buffer.byteLength(sql)))).toBeLessThan(100_000);
    }
  });

  it('leave an append-only record of what was done', async () => {
    const id = 'aud-01kdw5h80c0000000000000001';
    await insert(tier, 'audit_events', id, { actorId: 'usr-1' });
    const refused = /audit_events is append-only/;

    await expect(
      databases.query(tier, "UPDATE audit_events SET body = '{}' WHERE id = ?1", id),
    ).rejects.toThrow(refused);
    await expect(databases.query(tier, 'DELETE FROM audit_events')).rejects.toThrow(refused);
    const replace = "INSERT OR REPLACE INTO audit_events (id, body) VALUES (?1, '{}')";
    await expect(databases.query(tier, replace, id)).rejects.toThrow(refused);
    const upsert =
      "INSERT INTO audit_events (id, body) VALUES (?1, '{}') ON CONFLICT DO UPDATE SET body = '{}'";
    await expect(databases.query(tier, upsert, id)).rejects.toThrow(refused);
    const [row] = await databases.query(tier, 'SELECT actor_id FROM audit_events WHERE id = ?1', id);
    expect(row).toEqual({ actor_id: 'usr-1' });
  });

  it('refuse a body that is not JSON', async () => {
    const [table] = tablesOf[tier];
    await expect(
      databases.query(tier, `INSERT INTO ${table?.name} (id, body) VALUES ('x', 'no')`),
    ).rejects.toThrow(/malformed JSON/);
  });
});

describe("an account's database", () => {
  it('starts with four groups that the model accepts', async () => {
    const rows = await databases.query(
      'account',
      "SELECT id, body FROM groups WHERE id LIKE 'grp-01kdvdna%' ORDER BY id",
    );
    expect(rows.map(({ id }) => id)).toEqual(Object.values(seedGroupIds));
    const { accountId: _, ...tracking } = accountTrackingFields;
    const seeded = v.strictObject({ ...groups.body.entries, ...tracking });
    for (const { id, body } of rows) {
      expect(isId('grp', id)).toBe(true);
      expect(v.is(seeded, JSON.parse(String(body)))).toBe(true);
    }
  });

  it('names the seeded groups as the seed says', () => {
    expect(accountSeed.map(({ body }) => body.name)).toEqual([
      'Administrators',
      'Advisers',
      'Caseworkers',
      'Read-only',
    ]);
  });

  it('keeps one user for an e-mail address in any case, and one for a subject', async () => {
    await insert('account', 'users', 'usr-1', { email: 'ada@vale.example', subject: 's1' });
    await insert('account', 'users', 'usr-2', { email: 'bob@vale.example' });
    await insert('account', 'users', 'usr-3', { email: 'cyd@vale.example' });

    await expect(insert('account', 'users', 'usr-4', { email: 'ADA@vale.example' })).rejects.toThrow(
      'UNIQUE constraint failed: users.email',
    );
    await expect(
      insert('account', 'users', 'usr-5', { email: 'eve@vale.example', subject: 's1' }),
    ).rejects.toThrow('UNIQUE constraint failed: users.subject');
  });

  it('keeps one client for a reference, and any number without', async () => {
    await insert('account', 'clients', 'cli-1', { lastName: 'A', reference: 'R-1' });
    await insert('account', 'clients', 'cli-2', { lastName: 'B' });
    await insert('account', 'clients', 'cli-3', { lastName: 'C' });

    await expect(insert('account', 'clients', 'cli-4', { lastName: 'D', reference: 'r-1' })).rejects.toThrow(
      'UNIQUE constraint failed: clients.reference',
    );
  });

  it('ties a dependant to a client once', async () => {
    const link = { clientId: 'cli-1', dependantId: 'dep-1' };
    await insert('account', 'client_dependant_clients', 'dcl-1', link);
    await insert('account', 'client_dependant_clients', 'dcl-2', { ...link, clientId: 'cli-2' });

    await expect(insert('account', 'client_dependant_clients', 'dcl-3', link)).rejects.toThrow(/UNIQUE/);
  });
});

describe("the platform's database", () => {
  it('gives a slug to one live account, and again after that one has left', async () => {
    await insert('platform', 'accounts', 'acc-1', { slug: 'wensum', status: 'active' });
    const again = () => insert('platform', 'accounts', 'acc-2', { slug: 'wensum', status: 'provisioning' });
    await expect(again()).rejects.toThrow('UNIQUE constraint failed: accounts.slug');

    await databases.query(
      'platform',
      "UPDATE accounts SET body = json_set(body, '$.status', 'offboarded') WHERE id = 'acc-1'",
    );
    await again();
    const live = "SELECT id FROM accounts WHERE slug = 'wensum' AND status <> 'offboarded'";
    expect(await databases.query('platform', live)).toEqual([{ id: 'acc-2' }]);
  });

  it('finds the account of a host name by the index of live slugs', async () => {
    const steps = await databases.query(
      'platform',
      "EXPLAIN QUERY PLAN SELECT body FROM accounts WHERE slug = ?1 AND status <> 'offboarded'",
      'wensum',
    );
    expect(steps.map(({ detail }) => detail)).toEqual([
      'SEARCH accounts USING INDEX accounts_by_slug_unique (slug=?)',
    ]);
  });
});
