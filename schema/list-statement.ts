import type { FilterOperator, Table, TableColumn } from './define-table.ts';

/** One condition of a list. */
export interface ListCondition {
  readonly column: TableColumn;
  readonly operator: FilterOperator;
  /** One value, or several for `in`. */
  readonly values: readonly (string | number)[];
}

/** What a list is asked, checked already. */
export interface ListRequest {
  readonly filters: readonly ListCondition[];
  readonly sort: {
    /** Absent for `createdAt`: ids begin with their time of birth, so they are that order already. */
    readonly column: TableColumn | undefined;
    readonly descending: boolean;
  };
  /** The last row of the page before: its `sort_value` and its id. Absent for the first page. */
  readonly after?: { readonly value: string | number | null; readonly id: string } | undefined;
  /** Rows to read: ask for one more than the page to learn whether another follows. */
  readonly limit: number;
}

/** SQL with numbered parameters (`?1`, `?2`, …), as D1 takes it. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** Greater than every text that begins with the same characters: the last code point follows them. */
const lastCodePoint = '\u{10ffff}';

/** D1 refuses more terms in one compound SELECT; measured, and the same in workerd's source. */
const compoundTermsMax = 5;

/**
 * Writes the one statement of a list: `id`, `body` and `sort_value`, in order.
 *
 * An `in` filter becomes one SELECT for each value, joined by UNION ALL: SQLite merges the arms, each in the order of
 * its index, where `IN (…)` would make it read and sort every match. Above five values it is `IN (…)` after all.
 */
export function listStatement(table: Table, request: ListRequest): Statement {
  const parameters: (string | number)[] = [];
  const bind = (value: string | number) => `?${parameters.push(value)}`;
  const { column, descending } = request.sort;
  const sortName = column?.name ?? 'created_at';

  const merged = request.filters.find((filter) => canMerge(filter, column));
  const shared = [
    ...request.filters.filter((filter) => filter !== merged).map((filter) => condition(filter, bind)),
    ...(request.after === undefined ? [] : [continuation(column, descending, request.after, bind)]),
  ];
  const arms =
    merged === undefined ? [[]] : merged.values.map((value) => [`${merged.column.name} = ${bind(value)}`]);
  const selects = arms.map((arm) => {
    const conditions = [...arm, ...shared];
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    return `SELECT id, body, ${sortName} AS sort_value FROM ${table.name}${where}`;
  });
  const direction = descending ? ' DESC' : '';
  const order = column === undefined ? `id${direction}` : `sort_value${direction}, id${direction}`;
  return { sql: `${selects.join(' UNION ALL ')} ORDER BY ${order} LIMIT ${bind(request.limit)}`, parameters };
}

/** Whether an `in` filter is one that an index serves value by value in this order. */
function canMerge(filter: ListCondition, sort: TableColumn | undefined): boolean {
  const values = new Set(filter.values);
  return (
    filter.operator === 'in' &&
    values.size === filter.values.length &&
    values.size <= compoundTermsMax &&
    filter.column.sorts.includes(sort?.field ?? 'createdAt')
  );
}

function condition(
  { column, operator, values }: ListCondition,
  bind: (value: string | number) => string,
): string {
  const [value = ''] = values;
  switch (operator) {
    case 'eq':
      return `${column.name} = ${bind(value)}`;
    case 'in':
      // One parameter however many values: D1 binds a hundred at most.
      return `${column.name} IN (SELECT value FROM json_each(${bind(JSON.stringify(values))}))`;
    case 'lte':
      return `${column.name} <= ${bind(value)}`;
    case 'gte':
      return column.absent === undefined
        ? `${column.name} >= ${bind(value)}`
        : `${column.name} >= ${bind(value)} AND ${column.name} < ${bind(column.absent)}`;
    case 'prefix':
      return `${column.name} >= ${bind(value)} AND ${column.name} < ${bind(`${value}${lastCodePoint}`)}`;
  }
}

/** The rows after a position: a row value, which SQLite finds in the index in one step. */
function continuation(
  column: TableColumn | undefined,
  descending: boolean,
  after: { readonly value: string | number | null; readonly id: string },
  bind: (value: string | number) => string,
): string {
  const operator = descending ? '<' : '>';
  if (column === undefined) {
    return `id ${operator} ${bind(after.id)}`;
  }
  // Columns that lists are sorted by are never NULL, see `check-tables.ts`; an empty text precedes all others.
  return `(${column.name}, id) ${operator} (${bind(after.value ?? '')}, ${bind(after.id)})`;
}
