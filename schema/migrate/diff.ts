import type { SeedRow } from '../account/seed.ts';
import { appendOnlySql, columnSql, createIndexSql, quoteText, tableStatements } from '../model/ddl.ts';
import type { ColumnShape, IndexShape, TableShape } from '../model/shape.ts';
import type { SupportTable } from '../model/support-tables.ts';
import { createSearchStatements, dropSearchStatements } from '../search/search-index.ts';
import type { DatabaseDefinition } from './database-definition.ts';

/** What leads from one definition of a database to the next. */
export interface DatabaseDiff {
  /** One statement each, in the order they are to run. Empty when nothing changed. */
  readonly statements: readonly string[];
  /** Changes that are not written, each with what to do instead. */
  readonly refusals: readonly string[];
}

/** One kind of thing on both sides, matched by name. */
interface Matched<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly changed: readonly { readonly before: Item; readonly after: Item }[];
}

const byHand = 'write the migration by hand with --empty';

/**
 * Compares two definitions of a database and writes the SQL between them: new tables, columns, indexes and seed rows,
 * dropped columns and indexes. Whatever could lose or rewrite data is refused with what to do.
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
      ...tables.removed.map(({ name }) => `table ${name} is gone: dropping it loses its rows, so ${byHand}`),
      ...supportRefusals(support),
      ...seed.changed.map(
        ({ after: { table, id } }) =>
          `seed row ${id} of ${table} changed: firms may have edited it, so ${byHand}`,
      ),
      ...seed.removed.map(
        ({ table, id }) => `seed row ${id} of ${table} is gone: firms may use it, so ${byHand}`,
      ),
    ],
  };
}

/**
 * The index is derived from the rows, so another one takes its place, empty; the rows that are there go on its list of
 * what is to be indexed, and the account's maintenance does so bit by bit.
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
    // Indexes go first: SQLite refuses to drop a column that one still names.
    ...dropped.map((index) => `DROP INDEX ${index.name}`),
    ...columns.removed.map((column) => `ALTER TABLE ${name} DROP COLUMN ${column.name}`),
    ...columns.added.map((column) => `ALTER TABLE ${name} ADD COLUMN ${columnSql(column)}`),
    ...created.map((index) => createIndexSql(name, index)),
    ...(after.appendOnly && !before.appendOnly ? appendOnlySql(name) : []),
  ];
  const refusals = columns.changed.map(
    (change) =>
      `column ${name}.${change.after.name} changed its definition, which SQLite cannot alter: take it out of the model ` +
      'and run migration:new, then put it back as it is now and run migration:new again',
  );
  if (before.appendOnly && !after.appendOnly) {
    refusals.push(
      `table ${name} is append-only no more: dropping that protection is a decision, so ${byHand}`,
    );
  }
  return { statements, refusals };
}

function supportRefusals(support: Matched<SupportTable>): readonly string[] {
  return [...support.changed.map(({ after }) => after), ...support.removed].map(
    ({ name }) => `support table ${name} changed or is gone: ${byHand}`,
  );
}

/** INSERT of a seed row. */
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
