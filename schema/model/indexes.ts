import type { FilterOperator, Table, TableColumn } from './define-table.ts';

/** An index of a table. */
export interface TableIndex {
  readonly name: string;
  /** SQL names. Indexes that are not unique end with `id`, the tie-break of every sort. */
  readonly columns: readonly string[];
  readonly unique: boolean;
  /** SQL condition of a partial index. */
  readonly where: string | undefined;
}

/** Operators that select a range of a column's values. */
export const ranges: readonly FilterOperator[] = ['gte', 'lte', 'prefix'];

/** Every index of a table: its unique ones, then those that its filters and sorts need. */
export function indexesOf(table: Table): readonly TableIndex[] {
  const unique = table.indexes.map((index) => ({
    name: indexName(table.name, index.unique, 'unique'),
    columns: index.unique,
    unique: true,
    where: index.where,
  }));
  const served = new Map<string, TableIndex>();
  for (const columns of columnsToServe(table)) {
    const name = indexName(table.name, columns);
    served.set(columns.join(), { name, columns: [...columns, 'id'], unique: false, where: undefined });
  }
  return [...unique, ...served.values()];
}

/**
 * The columns before `id` in the index of each filter and sort. `createdAt` needs no index: ids start with their
 * creation time, so the primary key has that order, and so does the end of every other index.
 */
function columnsToServe(table: Table): readonly (readonly string[])[] {
  const sortNames = (sort: string) => sortColumns(table, sort).map(({ name }) => name);
  const all: (readonly string[])[] = table.sorts.filter((sort) => !sort.includes(',')).map(sortNames);
  for (const column of table.columns.filter(({ field }) => field !== 'createdAt')) {
    if (column.filters.some((operator) => ranges.includes(operator)) && !isUnique(table, column)) {
      all.push([column.name]);
    }
    if (column.filters.includes('in') || (column.filters.includes('eq') && !isUnique(table, column))) {
      all.push(
        ...column.sorts.map((sort) => [column.name, ...sortNames(sort).filter((it) => it !== column.name)]),
      );
    }
  }
  // Sorts by several fields come last, because an index of a filter often covers them already.
  all.push(...table.sorts.filter((sort) => sort.includes(',')).map(sortNames));
  return all.filter((columns) => columns.length > 0);
}

/** Whether a unique index on this column alone serves `eq`: it finds at most one row, which needs no order. */
export function isUnique(table: Table, column: TableColumn): boolean {
  return table.indexes.some(
    ({ unique, where }) =>
      unique.length === 1 &&
      unique[0] === column.name &&
      (where === undefined || where === `${column.name} IS NOT NULL`),
  );
}

/** The columns of a sort, in order. Empty for `createdAt`, which is the order of the ids. */
export function sortColumns(table: Table, sort: string): readonly TableColumn[] {
  return sort === 'createdAt' ? [] : sort.split(',').map((field) => sortColumn(table, field));
}

/** The sort by these columns, in order. */
export function sortOf(columns: readonly TableColumn[]): string {
  return columns.map(({ field }) => field).join() || 'createdAt';
}

/** The column of one field of a sort other than `createdAt`. */
export function sortColumn(table: Table, sort: string): TableColumn {
  const column = table.columns.find(({ field }) => field === sort);
  if (column === undefined) {
    throw new Error(`table ${table.name} is sorted by ${sort}, so it needs a column with that field`);
  }
  return column;
}

function indexName(table: string, columns: readonly string[], ending?: string): string {
  return [table, 'by', ...columns, ...(ending === undefined ? [] : [ending])].join('_');
}
