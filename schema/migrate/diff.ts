import type { SeedRow } from '../account/seed.ts';
import { appendOnlySql, columnSql, createIndexSql, quoteText, tableStatements } from '../model/ddl.ts';
import type { ColumnShape, IndexShape, TableShape } from '../model/shape.ts';
import type { SupportTable } from '../model/support-tables.ts';
import { createSearchStatements, dropSearchStatements } from '../search/search-index.ts';
import type { DatabaseDefinition } from './database-definition.ts';

/** The changes from one definition of a database to the next. */
export interface DatabaseDiff {
  /** One statement each, in execution order. Empty when nothing changed. */
  readonly statements: readonly string[];
  /** Changes that need a person, each with what to do. */
  readonly refusals: readonly string[];
}

/** Items of one kind on both sides, matched by name. */
interface Matched<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly changed: readonly { readonly before: Item; readonly after: Item }[];
}

const byHand = 'write the migration by hand with --empty';

/**
 * Compares two definitions of a database and writes the SQL between them: new tables, columns, indexes and seed rows,
 * dropped columns and indexes. Refuses any change that could lose or rewrite data, and says what to do instead.
 */
export function diffDatabases(before: DatabaseDefinition, after: DatabaseDefinition): DatabaseDiff {
  const tables = match(before.tables, after.tables, ({ name }) => name);
  const seed = match(before.seed, after.seed, ({ table, id }) => `${table} ${id}`);
  const support = match(before.supportTables, after.supportTables, ({ name }) => name);
  const altered = tables.changed.map((change) => diffTables(change.before, change.after));
  return {
    statements: [
      ...altered.flatMap(({ statements }) => statements),
      ...tables.added.flatMap(tableStatements),
      ...support.added.flatMap(({ statements }) => statements),
      ...seed.added.map(insertSql),
      ...searchStatements(before, after),
    ],
    refusals: [
      ...altered.flatMap(({ refusals }) => refusals),
      ...tables.removed.map(
        ({ name }) => `table ${name} was removed: dropping it loses its rows, so ${byHand}`,
      ),
      ...supportRefusals(support),
      ...seed.changed.map(
        ({ after: { table, id } }) =>
          `seed row ${id} of ${table} changed: firms may have edited it, so ${byHand}`,
      ),
      ...seed.removed.map(
        ({ table, id }) => `seed row ${id} of ${table} was removed: firms may use it, so ${byHand}`,
      ),
    ],
  };
}

/**
 * The index is derived from the rows, so a changed one is replaced by an empty index. All tables go into its backlog,
 * and the account's maintenance indexes them in small steps.
 */
function searchStatements(before: DatabaseDefinition, after: DatabaseDefinition): readonly string[] {
  const [earlier, later] = [before.search ?? [], after.search ?? []];
  return JSON.stringify(earlier) === JSON.stringify(later)
    ? []
    : [...dropSearchStatements(earlier), ...createSearchStatements(later)];
}

function diffTables(before: TableShape, after: TableShape): DatabaseDiff {
  const name = after.name;
  const columns = match(before.columns, after.columns, (column: ColumnShape) => column.name);
  const indexes = match(before.indexes, after.indexes, (index: IndexShape) => index.name);
  const dropped = [...indexes.removed, ...indexes.changed.map((change) => change.before)];
  const created = [...indexes.added, ...indexes.changed.map((change) => change.after)];
  const statements = [
    // Indexes first: SQLite refuses to drop a column that an index uses.
    ...dropped.map((index) => `DROP INDEX ${index.name}`),
    ...columns.removed.map((column) => `ALTER TABLE ${name} DROP COLUMN ${column.name}`),
    ...columns.added.map((column) => `ALTER TABLE ${name} ADD COLUMN ${columnSql(column)}`),
    ...created.map((index) => createIndexSql(name, index)),
    ...(after.appendOnly && !before.appendOnly ? appendOnlySql(name) : []),
  ];
  const refusals = columns.changed.map(
    (change) =>
      `column ${name}.${change.after.name} has a new definition, which SQLite cannot alter: remove it from the model, ` +
      'run migration:new, then put it back and run migration:new again',
  );
  if (before.appendOnly && !after.appendOnly) {
    refusals.push(
      `table ${name} is no longer append-only: removing that protection is a decision, so ${byHand}`,
    );
  }
  return { statements, refusals };
}

function supportRefusals(support: Matched<SupportTable>): readonly string[] {
  return [...support.changed.map(({ after }) => after), ...support.removed].map(
    ({ name }) => `support table ${name} was changed or removed: ${byHand}`,
  );
}

/** INSERT statement of a seed row. */
function insertSql({ table, id, body }: SeedRow): string {
  return `INSERT INTO ${table} (id, body) VALUES (${quoteText(id)}, ${quoteText(JSON.stringify(body))})`;
}

function match<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): Matched<Item> {
  const earlier = new Map(before.map((item) => [nameOf(item), item]));
  const later = new Set(after.map(nameOf));
  const pairs = after.flatMap((item) => {
    const previous = earlier.get(nameOf(item));
    return previous === undefined ? [] : [{ before: previous, after: item }];
  });
  const isEqual = (pair: { before: Item; after: Item }) =>
    JSON.stringify(pair.before) === JSON.stringify(pair.after);
  return {
    added: after.filter((item) => !earlier.has(nameOf(item))),
    removed: before.filter((item) => !later.has(nameOf(item))),
    changed: pairs.filter((pair) => !isEqual(pair)),
  };
}
