import type { FilterOperator, Table, TableColumn } from './define-table.ts';
import { indexesOf, ranges, sortOf } from './indexes.ts';

/**
 * A list that a table declares: an index finds its rows, in order, without sorting and without reading rows that are
 * not shown. Nothing else can be asked of the table.
 */
export interface DeclaredList {
  /** Columns that must be asked for with `eq`; one of them may be asked for with `in` where it has that operator. */
  readonly equal: readonly TableColumn[];
  /** Field that orders the list, or several with commas between. */
  readonly sort: string;
  /** The column that orders the list first, where it may also be asked for with `gte`, `lte` or `prefix`. */
  readonly range: TableColumn | undefined;
  /** Whether such a filter must be there: rows without the field have no place in the order. */
  readonly needsRange: boolean;
  /** Columns that may be asked for besides, read row by row among the rows that the rest finds. */
  readonly narrowing: readonly TableColumn[];
}

/** A filter as far as it matters to whether a list is declared. */
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

/** The declared list that answers these filters in this order; undefined when none does. */
export function findList(
  table: Table,
  filters: readonly AskedFilter[],
  sort: string,
): DeclaredList | undefined {
  // Of two lists, the one whose index answers more of the filters reads fewer rows.
  return declaredLists(table)
    .filter((list) => list.sort === sort && answers(list, filters))
    .sort((left, right) => right.equal.length - left.equal.length)[0];
}

/** The order in which these filters are answered when the caller names none: by creation where that is declared. */
export function defaultSort(table: Table, filters: readonly AskedFilter[]): string | undefined {
  const fields = filters.map(({ column }) => column.field);
  return ['createdAt', ...fields, ...table.sorts].find((sort) => findList(table, filters, sort));
}

/** Whether a filter is one that the index does not answer, so that rows are read for it. */
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
  // Two columns with several values each would be a stretch of the index for each pair.
  if (found.flat().filter(({ operator }) => operator === 'in').length > 1) return false;
  const hasRange = filters.some(({ column, operator }) => column === list.range && ranges.includes(operator));
  if (list.needsRange && !hasRange) return false;
  return filters.every((filter) => !isNarrowing(list, filter) || list.narrowing.includes(filter.column));
}

/** The indexes that lists can use, each with its columns before the `id`. */
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
 * The list of an index whose first columns are asked for with `eq`, in the order of all the others, or else of the ids.
 * Without other filters any column with a range has an index of its own; below an `eq`, only what is declared.
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
  // All columns of an index asked for: ids are the only order there is.
  const hasOwnOrder = (first?.sorts ?? table.sorts).includes(sort) || (rest.length === 0 && equal.length > 1);
  const isWithRangeAlone = first === undefined && rest.length === 1 && range !== undefined;
  if (!hasOwnOrder && !isOneRow && !isWithRangeAlone) return undefined;
  const narrowing = table.columns.filter(
    (column) => first?.narrowedBy.includes(column.field) && !equal.includes(column),
  );
  return { equal, sort, range, needsRange: !hasOwnOrder && !isOneRow, narrowing };
}
