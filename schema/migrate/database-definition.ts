import { accountSeed, type SeedRow } from '../account/seed.ts';
import { accountSupportTables } from '../account/support-tables.ts';
import { accountTables } from '../account/tables.ts';
import type { Table, Tier } from '../model/define-table.ts';
import { listedReferenceTables } from '../model/listed-references.ts';
import { shapeOf, type TableShape } from '../model/shape.ts';
import { type SupportTable, supportTables } from '../model/support-tables.ts';
import { platformSupportTables } from '../platform/support-tables.ts';
import { platformTables } from '../platform/tables.ts';
import { type SearchShape, searchShapesOf } from '../search/search-index.ts';

/** The database that all migrations of a tier create together. Stored next to them as `snapshot.json`. */
export interface DatabaseDefinition {
  readonly tables: readonly TableShape[];
  readonly supportTables: readonly SupportTable[];
  readonly seed: readonly SeedRow[];
  /** The parts of each table that the search index holds. Default none. */
  readonly search?: readonly SearchShape[];
}

/** A tier without migrations. */
export const emptyDatabase: DatabaseDefinition = { tables: [], supportTables: [], seed: [] };

/** The models of a tier. */
export const tablesOf: Readonly<Record<Tier, readonly Table[]>> = {
  account: accountTables,
  platform: platformTables,
};

/** The tables of a tier that are not collections. */
export const supportTablesOf: Readonly<Record<Tier, readonly SupportTable[]>> = {
  account: [...supportTables, ...listedReferenceTables(accountTables), ...accountSupportTables],
  platform: [...supportTables, ...listedReferenceTables(platformTables), ...platformSupportTables],
};

/** The database that the models of a tier define. */
export function currentDatabase(tier: Tier): DatabaseDefinition {
  return {
    tables: tablesOf[tier].map(shapeOf),
    supportTables: supportTablesOf[tier],
    seed: tier === 'account' ? accountSeed : [],
    search: searchShapesOf(tablesOf[tier]),
  };
}

/** Folder of a tier's migrations and snapshot. */
export function migrationsFolder(tier: Tier): URL {
  return new URL(`../migrations/${tier}/`, import.meta.url);
}
