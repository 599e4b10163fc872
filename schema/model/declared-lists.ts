import type { FilterOperator, Table, TableColumn } from './define-table.ts';
import { indexesOf, ranges, sortOf } from './indexes.ts';

/**
 * A list that a table declares: an index finds its rows in order, without sorting and without reading rows that are
 * not returned. A table answers no other lists.
 */
export interface DeclaredList {
  /** Columns that need an `eq` filter; one of them may have an `in` filter instead, where it has that operator. */
  readonly equal: readonly TableColumn[];
  /** Field that orders the list, or several separated by commas. */
  readonly sort: string;
  /** The first column of the order, when it also takes `gte`, `lte` or `prefix` filters. */
  readonly range: TableColumn | undefined;
  /** Whether a range filter is required, because rows without the field are not in the index. */
  readonly needsRange: boolean;
  /** Columns for additional filters, which are evaluated row by row on the rows that the other filters find. */
  readonly narrowing: readonly TableColumn[];
}

/** The parts of a filter that decide whether a declared list answers it. */
export interface AskedFilter {
  readonly column: TableColumn;
  readonly operator: FilterOperator;
}

const equalities: readonly FilterOperator[] = ['eq', 'in'];
const listsOfTables = new WeakMap<Table, readonly DeclaredList[]>();

/** Every list that a table declares, from its indexes and from `narrowedBy`. */
export function declaredLists(table: Table): readonly DeclaredList[] {
  const known = listsOfTables.get(table);
  if (known !== undefined) return known;
  const lists = new Map<string, DeclaredList>();
  for (const { columns, unique } of [{ columns: [], unique: false }, ...usableIndexes(table)]) {
    for (let length = 0; length <= columns.length; length++) {
      const list = toList(table, columns.slice(0, length), columns.slice(length), unique);
      if (list === undefined) continue;
      const key = `${list.equal.map(({ name }) => name).join()} ${list.sort}`;
      if (!lists.has(key)) lists.set(key, list);
    }
  }
  const declared = [...lists.values()];
  listsOfTables.set(table, declared);
  return declared;
}

/** The declared list that answers these filters in this order, or undefined. */
export function findList(
  table: Table,
  filters: readonly AskedFilter[],
  sort: string,
): DeclaredList | undefined {
  // Of two matching lists, prefer the one whose index covers more filters: it reads fewer rows.
  return declaredLists(table)
    .filter((list) => list.sort === sort && answers(list, filters))
    .sort((left, right) => right.equal.length - left.equal.length)[0];
}

/** The order for these filters when the caller names none: by creation where that is declared. */
export function defaultSort(table: Table, filters: readonly AskedFilter[]): string | undefined {
  const fields = filters.map(({ column }) => column.field);
  return ['createdAt', ...fields, ...table.sorts].find((sort) => findList(table, filters, sort));
}

/** Whether the index does not cover this filter, so that it is evaluated row by row. */
export function isNarrowing(list: DeclaredList, { column, operator }: AskedFilter): boolean {
  const isEqual = list.equal.includes(column) && equalities.includes(operator);
  const isRange = list.range === column && ranges.includes(operator);
  return !isEqual && !isRange;
}

function answers(list: DeclaredList, filters: readonly AskedFilter[]): boolean {
  const found = list.equal.map((column) =>
    filters.filter((filter) => filter.column === column && equalities.includes(filter.operator)),
  );
  if (found.some((of) => of.length !== 1)) return false;
  // Two columns with several values each would need an index range for every pair of values.
  if (found.flat().filter(({ operator }) => operator === 'in').length > 1) return false;
  const hasRange = filters.some(({ column, operator }) => column === list.range && ranges.includes(operator));
  if (list.needsRange && !hasRange) return false;
  return filters.every((filter) => !isNarrowing(list, filter) || list.narrowing.includes(filter.column));
}

/** The indexes that lists can use, each with its columns up to the `id`. */
function usableIndexes(
  table: Table,
): readonly { readonly columns: readonly TableColumn[]; readonly unique: boolean }[] {
  return indexesOf(table)
    .filter(
      ({ columns, where }) => where === undefined || columns.some((name) => where === `${name} IS NOT NULL`),
    )
    .map(({ columns, unique }) => ({
      columns: table.columns.filter(({ name }) => columns.includes(name)).sort(byPlaceIn(columns)),
      unique,
    }));
}

function byPlaceIn(names: readonly string[]) {
  return (left: TableColumn, right: TableColumn) => names.indexOf(left.name) - names.indexOf(right.name);
}

/**
 * The list that an index answers: its first columns are filtered with `eq`, and the others give the order (the ids, when
 * no columns are left). Without other filters, any column with a range has its own index; after an `eq`, only the
 * declared sorts have one.
 */
function toList(
  table: Table,
  equal: readonly TableColumn[],
  rest: readonly TableColumn[],
  unique: boolean,
): DeclaredList | undefined {
  if (equal.some(({ filters }) => !filters.some((operator) => equalities.includes(operator))))
    return undefined;
  const order = rest[0] ?? table.columns.find(({ field }) => field === 'createdAt');
  const sort = sortOf(rest);
  const [first] = equal;
  const isOneRow = unique && rest.length === 0;
  const range = order?.filters.some((operator) => ranges.includes(operator)) && !isOneRow ? order : undefined;
  // All columns of the index are filtered: the ids are the only order.
  const hasOwnOrder = (first?.sorts ?? table.sorts).includes(sort) || (rest.length === 0 && equal.length > 1);
  const isWithRangeAlone = first === undefined && rest.length === 1 && range !== undefined;
  if (!hasOwnOrder && !isOneRow && !isWithRangeAlone) return undefined;
  const narrowing = table.columns.filter(
    (column) => first?.narrowedBy.includes(column.field) && !equal.includes(column),
  );
  return { equal, sort, range, needsRange: !hasOwnOrder && !isOneRow, narrowing };
}
