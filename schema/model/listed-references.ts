import type { Table } from './define-table.ts';
import type { SupportTable } from './support-tables.ts';

/**
 * A field that holds the ids of several rows of another table. An index cannot reach into a list in the body, so a
 * support table keeps one entry for each id in each list. Triggers update it in the transaction of each change.
 */
export interface ListedReference {
  readonly field: string;
  /** Collection of the referenced rows. */
  readonly collection: string;
  /** SQL name of the support table: `row_id` refers to `named_id`, and its key finds all rows that refer to one. */
  readonly entries: string;
}

/** The references of a table that hold a list of ids and therefore have no generated column. */
export function listedReferences(table: Table): readonly ListedReference[] {
  return Object.entries(table.references)
    .filter(([field]) => !table.columns.some(({ path }) => path === field))
    .map(([field, collection]) => ({ field, collection, entries: `${table.name}_${toSnakeCase(field)}` }));
}

/** The support tables for all listed references of a database. */
export function listedReferenceTables(tables: readonly Table[]): readonly SupportTable[] {
  return tables.flatMap((table) =>
    listedReferences(table).map(({ field, entries }) => ({
      name: entries,
      statements: statementsFor(table.name, field, entries),
    })),
  );
}

/** The key starts with the id that is looked up. The entries of a row are found by the ids in its body. */
function statementsFor(table: string, field: string, entries: string): readonly string[] {
  const path = `'$.${field}'`;
  const add = `INSERT INTO ${entries} (named_id, row_id)
  SELECT DISTINCT value, NEW.id FROM json_each(NEW.body, ${path}) WHERE type = 'text';`;
  const remove = `DELETE FROM ${entries} WHERE row_id = OLD.id
  AND named_id IN (SELECT value FROM json_each(OLD.body, ${path}));`;
  return [
    `CREATE TABLE ${entries} (
  named_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  PRIMARY KEY (named_id, row_id)
) STRICT, WITHOUT ROWID`,
    `INSERT INTO ${entries} (named_id, row_id)
SELECT DISTINCT named.value, ${table}.id FROM ${table}, json_each(${table}.body, ${path}) AS named WHERE named.type = 'text'`,
    `CREATE TRIGGER ${entries}_insert AFTER INSERT ON ${table}
BEGIN
  ${add}
END`,
    `CREATE TRIGGER ${entries}_update AFTER UPDATE OF body ON ${table}
WHEN OLD.body -> ${path} IS NOT NEW.body -> ${path}
BEGIN
  ${remove}
  ${add}
END`,
    `CREATE TRIGGER ${entries}_delete AFTER DELETE ON ${table}
BEGIN
  ${remove}
END`,
  ];
}

/** `clientIds` → `client_ids`. */
function toSnakeCase(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
