import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountTables } from '../../../schema/account/tables.ts';
import { newId } from '../../../schema/model/ids.ts';
import { listedReferences } from '../../../schema/model/listed-references.ts';
import { platformTables } from '../../../schema/platform/tables.ts';
import { migrate, startTestDatabases, type TestDatabases } from '../../../schema/testing/test-database.ts';
import { checkPreconditions } from './precondition.ts';
import { nothingRefersTo, referencesExist } from './references.ts';

const tiers = { account: accountTables, platform: platformTables } as const;
const NOW_MS = Date.parse('2026-03-31');

let databases: TestDatabases;

beforeAll(async () => {
  databases = await startTestDatabases('account', 'platform');
  await migrate(databases, 'account', 'account');
  await migrate(databases, 'platform', 'platform');
}, 60_000);

afterAll(() => databases.dispose());

/** Tables that SQLite would scan in full. */
async function scannedTables(
  tier: 'account' | 'platform',
  query: { readonly sql: string; readonly parameters: readonly unknown[] },
): Promise<readonly string[]> {
  const parameters = query.parameters as readonly string[];
  const steps = await databases.query(tier, `EXPLAIN QUERY PLAN ${query.sql}`, ...parameters);
  const names = new Set(
    tiers[tier].flatMap((table) => [table.name, ...listedReferences(table).map(({ entries }) => entries)]),
  );
  return steps
    .map(({ detail }) => /^SCAN (\w+)/.exec(String(detail))?.[1] ?? '')
    .filter((name) => names.has(name));
}

describe.each([...accountTables, ...platformTables])('the checks before a write to $name', (table) => {
  const tables = tiers[table.tier];

  it('scan no table to find the rows that refer to a row', async () => {
    const query = checkPreconditions(nothingRefersTo(table, tables, newId(table.idPrefix, NOW_MS)));

    expect(await scannedTables(table.tier, query)).toEqual([]);
  });

  it('scan no table to find the rows that a row refers to', async () => {
    const ids = Object.fromEntries(
      Object.keys(table.references).map((field) => [
        field,
        listedReferences(table).some((listed) => listed.field === field) ? ['a', 'b'] : 'a',
      ]),
    );

    expect(await scannedTables(table.tier, checkPreconditions(referencesExist(table, tables, ids)))).toEqual(
      [],
    );
  });
});
