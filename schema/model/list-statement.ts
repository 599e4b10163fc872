import { type DeclaredList, findList, isNarrowing } from './declared-lists.ts';
import type { FilterOperator, Table, TableColumn } from './define-table.ts';
import { idsFrom } from './ids.ts';
import { isUnique, sortOf } from './indexes.ts';
import { limits } from './limits.ts';

/** One condition of a list. */
export interface ListCondition {
  readonly column: TableColumn;
  readonly operator: FilterOperator;
  /** One value, or several for `in`. */
  readonly values: readonly (string | number)[];
}

/** A list request that has been checked against the table. */
export interface ListRequest {
  readonly filters: readonly ListCondition[];
  readonly sort: {
    /** Compared in turn. Empty for `createdAt`, which is the order of the ids. */
    readonly columns: readonly TableColumn[];
    readonly descending: boolean;
  };
  /** The last row of the previous page: its `sort_value` and its id. Absent for the first page. */
  readonly after?: { readonly value: string | number | null; readonly id: string } | undefined;
  /** Rows to read: ask for one more than the page to learn whether another page follows. */
  readonly limit: number;
}

/** SQL with numbered parameters (`?1`, `?2`, …), as D1 takes it. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** Sorts after every text that starts with the same characters. */
const lastCodePoint = '\u{10ffff}';

/** The most terms that D1 allows in a compound SELECT; measured, and the same in workerd's source. */
const compoundTermsMax = 5;

/**
 * Writes the statement of a declared list. It selects `id`, `body` and `sort_value`, in order; for a sort by several
 * columns, `sort_value` is a JSON array.
 *
 * An `in` filter becomes one SELECT for each value, joined by UNION ALL. SQLite merges them in index order, whereas
 * `IN (…)` would read and sort every match. Above five values the merges are merged again; that step sorts at most one
 * page per merge.
 *
 * @throws For a list that the table does not declare. Check requests with `findList()` first.
 */
export function listStatement(table: Table, request: ListRequest): Statement {
  const { filters, sort } = request;
  const list = findList(table, filters, sortOf(sort.columns));
  if (list === undefined) {
    throw new Error(`table ${table.name} declares no list for these filters and this sort`);
  }
  const parameters: (string | number)[] = [];
  const bind = (value: string | number) => `?${parameters.push(value)}`;
  const [column, ...further] = sort.columns;
  const isWhole = column !== undefined && further.length === 0 && isOnlyOrder(table, list, column);
  const merged = filters.find((filter) => canMerge(filter, list));
  const shared = [
    ...filters.filter((filter) => filter !== merged).map((filter) => condition(table, list, filter, bind)),
    ...(request.after === undefined ? [] : [continuation(sort, isWhole, request.after, bind)]),
  ];
  const arms =
    merged === undefined ? [[]] : merged.values.map((value) => [`${merged.column.name} = ${bind(value)}`]);
  const selects = arms.map((arm) => {
    const conditions = [...arm, ...shared];
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    return `SELECT id, body, ${sortValues(sort.columns)} FROM ${table.name}${where}`;
  });
  const direction = sort.descending ? ' DESC' : '';
  const order = [...orderNames(sort.columns), ...(isWhole ? [] : ['id'])].map(
    (name) => `${name}${direction}`,
  );
  const end = ` ORDER BY ${order.join(', ')} LIMIT ${bind(request.limit)}`;
  return { sql: `${mergeArms(selects, end)}${end}`, parameters };
}

/**
 * Writes the statement that counts the rows of a list, as `counted`, up to `limits.countRowsMax` + 1.
 * It reads only index entries, at most that many, which takes SQLite about a millisecond.
 *
 * @returns undefined for a narrowed list, which could read any number of rows to find a few.
 */
export function countStatement(
  table: Table,
  { filters, sort }: Pick<ListRequest, 'filters' | 'sort'>,
): Statement | undefined {
  const list = findList(table, filters, sortOf(sort.columns));
  if (list === undefined || filters.some((filter) => isNarrowing(list, filter))) return undefined;
  const parameters: (string | number)[] = [];
  const bind = (value: string | number) => `?${parameters.push(value)}`;
  const conditions = filters.map((filter) => condition(table, list, filter, bind));
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const rows = `SELECT 1 FROM ${table.name}${where} LIMIT ${bind(limits.countRowsMax + 1)}`;
  return { sql: `SELECT count(*) AS counted FROM (${rows})`, parameters };
}

/** Joins SELECTs in nested compounds, because D1 limits the terms of each. */
function mergeArms(selects: readonly string[], end: string): string {
  if (selects.length <= compoundTermsMax) return selects.join(' UNION ALL ');
  const groups: string[] = [];
  for (let start = 0; start < selects.length; start += compoundTermsMax) {
    const group = selects.slice(start, start + compoundTermsMax).join(' UNION ALL ');
    groups.push(`SELECT * FROM (${group}${end})`);
  }
  return mergeArms(groups, end);
}

/** Whether the list's index serves an `in` filter value by value. */
function canMerge(filter: ListCondition, list: DeclaredList): boolean {
  return (
    filter.operator === 'in' &&
    new Set(filter.values).size === filter.values.length &&
    filter.values.length <= limits.inValuesMax &&
    list.equal.includes(filter.column)
  );
}

/** Whether a unique index alone gives the order, without the ids as tie-break. */
function isOnlyOrder(table: Table, list: DeclaredList, column: TableColumn): boolean {
  return list.equal.length === 0 && !table.sorts.includes(list.sort) && isUnique(table, column);
}

function condition(
  table: Table,
  list: DeclaredList,
  filter: ListCondition,
  bind: (value: string | number) => string,
): string {
  const { column, operator, values } = filter;
  const [value = ''] = values;
  if (column.field === 'createdAt') return creation(table, operator, value, bind);
  // The unary plus stops SQLite from choosing another index than the one that gives the order.
  const name = isNarrowing(list, filter) ? `+${column.name}` : column.name;
  switch (operator) {
    case 'eq':
      return `${name} = ${bind(value)}`;
    case 'in':
      // One parameter for all values: D1 binds at most a hundred.
      return `${name} IN (SELECT value FROM json_each(${bind(JSON.stringify(values))}))`;
    case 'lte':
      return `${name} <= ${bind(value)}`;
    case 'gte':
      return column.absent === undefined
        ? `${name} >= ${bind(value)}`
        : `${name} >= ${bind(value)} AND ${name} < ${bind(column.absent)}`;
    case 'prefix':
      return `${name} >= ${bind(value)} AND ${name} < ${bind(`${value}${lastCodePoint}`)}`;
  }
}

/** A filter on the creation time, written as a comparison of ids. */
function creation(
  table: Table,
  operator: FilterOperator,
  value: string | number,
  bind: (value: string | number) => string,
): string {
  const timeMs = Date.parse(String(value));
  return operator === 'gte'
    ? `id >= ${bind(idsFrom(table.idPrefix, timeMs))}`
    : `id < ${bind(idsFrom(table.idPrefix, timeMs + 1))}`;
}

/**
 * The sort value of a row. A sort by several columns also selects each column, because SQLite can only merge by
 * selected columns.
 */
function sortValues(columns: readonly TableColumn[]): string {
  const [column, ...further] = columns;
  if (column === undefined) return 'created_at AS sort_value';
  if (further.length === 0) return `${column.name} AS sort_value`;
  const each = columns.map(({ name }, index) => `${name} AS sort_value_${index + 1}`);
  return `json_array(${columns.map(({ name }) => name).join(', ')}) AS sort_value, ${each.join(', ')}`;
}

function orderNames(columns: readonly TableColumn[]): readonly string[] {
  return columns.length === 1 ? ['sort_value'] : columns.map((_column, index) => `sort_value_${index + 1}`);
}

/** The condition for rows after a position: a row value, which SQLite seeks in the index. */
function continuation(
  { columns, descending }: ListRequest['sort'],
  isWhole: boolean,
  after: { readonly value: string | number | null; readonly id: string },
  bind: (value: string | number) => string,
): string {
  const operator = descending ? '<' : '>';
  // Sort columns are never NULL, see `check-tables.ts`. An empty text sorts before all others.
  const values: readonly (string | number)[] =
    columns.length > 1 ? JSON.parse(String(after.value)) : columns.map(() => after.value ?? '');
  const names = [...columns.map(({ name }) => name), ...(isWhole ? [] : ['id'])];
  const places = [...values, ...(isWhole ? [] : [after.id])].map(bind);
  return names.length === 1
    ? `${names[0]} ${operator} ${places[0]}`
    : `(${names.join(', ')}) ${operator} (${places.join(', ')})`;
}
