import type { ColumnShape, IndexShape, TableShape } from './shape.ts';

/**
 * SQL that creates tables. Functions return one statement per string, without a semicolon,
 * because D1 takes one statement per prepare().
 */

/** A text as an SQL literal. */
export function quoteText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Definition of a generated column, for CREATE TABLE and ALTER TABLE ADD COLUMN. */
export function columnSql(column: ColumnShape): string {
  const paths = [...(column.folded ? [`$.folded.${column.path}`] : []), `$.${column.path}`];
  const values = paths.map((path) => `body ->> ${quoteText(path)}`);
  if (column.absent !== undefined)
    values.push(typeof column.absent === 'string' ? quoteText(column.absent) : String(column.absent));
  const expression = values.length === 1 ? values[0] : `coalesce(${values.join(', ')})`;
  const collation = column.ignoreCase ? ' COLLATE NOCASE' : '';
  return `${column.name} ${column.type.toUpperCase()}${collation} GENERATED ALWAYS AS (${expression}) VIRTUAL`;
}

/** CREATE TABLE of a collection: an id, a JSON body and the columns generated from it. */
function createTableSql(table: TableShape): string {
  const lines = [
    'id TEXT PRIMARY KEY NOT NULL',
    'body TEXT NOT NULL CHECK (json_valid(body))',
    ...table.columns.map(columnSql),
  ];
  return `CREATE TABLE ${table.name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n) STRICT`;
}

/** CREATE INDEX. */
export function createIndexSql(table: string, index: IndexShape): string {
  const unique = index.unique ? 'UNIQUE ' : '';
  const where = index.where === undefined ? '' : ` WHERE ${index.where}`;
  return `CREATE ${unique}INDEX ${index.name} ON ${table} (${index.columns.join(', ')})${where}`;
}

/**
 * Triggers that make a table append-only. The third is for INSERT OR REPLACE,
 * which removes the earlier row without running the delete trigger.
 */
export function appendOnlySql(table: string): readonly string[] {
  const refuse = `BEGIN\n  SELECT RAISE(ABORT, ${quoteText(`${table} is append-only`)});\nEND`;
  return [
    `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}\n${refuse}`,
    `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}\n${refuse}`,
    `CREATE TRIGGER ${table}_no_replace BEFORE INSERT ON ${table}\n` +
      `WHEN EXISTS (SELECT 1 FROM ${table} WHERE id = NEW.id)\n${refuse}`,
  ];
}

/** All statements that create a table: the table, its indexes and its triggers. */
export function tableStatements(table: TableShape): readonly string[] {
  return [
    createTableSql(table),
    ...table.indexes.map((index) => createIndexSql(table.name, index)),
    ...(table.appendOnly ? appendOnlySql(table.name) : []),
  ];
}
