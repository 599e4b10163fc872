import { defaultSort, findList, isNarrowing } from '../../../schema/model/declared-lists.ts';
import type { Table, TableColumn } from '../../../schema/model/define-table.ts';
import { sortColumns } from '../../../schema/model/indexes.ts';
import { limits } from '../../../schema/model/limits.ts';
import type { ListCondition } from '../../../schema/model/list-statement.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';
import type { FieldError } from '../problems/request-error.ts';
import { allowedQuery, fieldsOf } from '../request/allowed-query.ts';
import { parseFilterValue } from './filter-value.ts';
import { checkListCost } from './list-cost.ts';

/** The order of a list. Rows with equal values follow in the order of their ids, in the same direction. */
interface ListSort {
  /** The field, or several separated by commas. */
  readonly field: string;
  /** Compared in turn. Empty for `createdAt`, which is the order of the ids. */
  readonly columns: readonly TableColumn[];
  readonly descending: boolean;
}

/** A list request, checked against its table. */
export interface ListQuery {
  /** The list's own conditions, followed by the caller's. */
  readonly filters: readonly ListCondition[];
  readonly sort: ListSort;
  readonly limit: number;
  readonly cursor: string | undefined;
  /** Fields to show in addition to id and version; undefined for all. */
  readonly fields: readonly string[] | undefined;
  /** Whether to count the rows on all pages. */
  readonly isCounted: boolean;
}

/** Parameters by name, before they are interpreted. */
type Asked = Map<string, string>;

/**
 * Parses `?status=active&dueOn[gte]=2026-01-01&sort=-dueOn&limit=50&cursor=…&fields=title&count=exact`.
 *
 * @param scope The list's own conditions, such as the case whose tasks it shows. Default none.
 * @returns 400 that names each wrong parameter and lists what is allowed. Unknown parameters are errors, because
 *   ignoring a misspelt filter would return more rows than requested. Undeclared combinations are errors too, because
 *   they would read or sort rows that are not returned.
 */
export function parseListQuery(
  parameters: URLSearchParams,
  table: Table,
  scope: readonly ListCondition[] = [],
): ListQuery | Refusal {
  const errors: FieldError[] = [];
  const fault = (name: string, detail: string) => errors.push({ pointer: `#/query/${name}`, detail });
  const asked: Asked = new Map();
  const filters: ListCondition[] = [];
  const seen = new Set<string>();
  for (const [name, value] of parameters) {
    if (seen.has(name)) fault(name, 'is given twice');
    else if (READERS.has(name)) asked.set(name, value);
    else {
      const filter = toFilter(name, value, table, scope);
      if (typeof filter === 'string') fault(name, filter);
      else filters.push(filter);
    }
    seen.add(name);
  }
  if (filters.length > limits.listFiltersMax) {
    errors.push({ pointer: '#/query', detail: `has more than ${limits.listFiltersMax} filters` });
  }
  for (const [name, value] of asked) {
    const detail = READERS.get(name)?.(value, table);
    if (detail !== undefined) fault(name, detail);
  }
  const sort = toSort(asked.get('sort'), table, [...scope, ...filters]);
  if (sort !== undefined && typeof sort !== 'object') fault('sort', sort);
  if (errors.length === 0 && sort === undefined) {
    errors.push({
      pointer: '#/query',
      detail: 'is a combination of filters and sort that this list does not support; see `allowed.lists`',
    });
  }
  const isCounted = asked.get('count') === 'exact';
  if (isCounted && typeof sort === 'object' && isNarrowed(table, [...scope, ...filters], sort)) {
    fault('count', 'is not available here: these rows cannot be counted from an index alone');
  }
  if (typeof sort !== 'object' || errors.length > 0) {
    return refuse({ kind: 'invalid_query', errors, allowed: allowedQuery(table, scope) });
  }
  const limit = Number(asked.get('limit') ?? limits.listLimitDefault);
  const fields = asked.get('fields')?.split(',');
  const cost = checkListCost({ filters, limit, fields: (fields ?? fieldsOf(table)).length });
  if (cost !== undefined) {
    return refuse({ kind: 'invalid_query', errors: [cost], allowed: allowedQuery(table, scope) });
  }
  const cursor = asked.get('cursor');
  return { filters: [...scope, ...filters], sort, limit, cursor, fields, isCounted };
}

/** Checks of the parameters that are not filters; each returns what is wrong, or undefined. */
const READERS: ReadonlyMap<string, (value: string, table: Table) => string | undefined> = new Map([
  ['sort', () => undefined],
  ['limit', checkLimit],
  ['cursor', () => undefined],
  ['fields', checkFields],
  ['count', (value) => (value === 'exact' || value === 'none' ? undefined : 'must be exact or none')],
]);

function checkLimit(value: string): string | undefined {
  const limit = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  return limit >= 1 && limit <= limits.listLimitMax
    ? undefined
    : `is not a number from 1 to ${limits.listLimitMax}`;
}

function checkFields(value: string, table: Table): string | undefined {
  const known = fieldsOf(table);
  const unknown = value.split(',').find((field) => !known.includes(field));
  return unknown === undefined
    ? undefined
    : `names ${unknown || 'nothing'}, which is not a field of this list`;
}

/** The sort, or what is wrong with it; undefined for a known sort that does not fit these filters. */
function toSort(
  text: string | undefined,
  table: Table,
  filters: readonly ListCondition[],
): ListSort | string | undefined {
  const names = text?.split(',') ?? [];
  const descending = text !== undefined && names.every((name) => name.startsWith('-'));
  if (!descending && names.some((name) => name.startsWith('-')))
    return 'mixes directions: all fields must be sorted in the same direction';
  const fields = names.map((name) => (descending ? name.slice(1) : name));
  const field = text === undefined ? defaultSort(table, filters) : simplify(fields, filters);
  if (field === undefined) return undefined;
  if (findList(table, filters, field) === undefined) {
    const isKnown = allowedQuery(table, []).lists.some(({ sorts }) => sorts.includes(field));
    const isWhole = filters.length > 0 || table.sorts.includes(field);
    return isKnown && isWhole ? undefined : 'is not a sort order of this list; see `allowed.lists`';
  }
  return { field, columns: sortColumns(table, field), descending };
}

/** Drops sort fields without effect: a trailing `createdAt`, and fields that an `eq` filter fixes. */
function simplify(fields: readonly string[], filters: readonly ListCondition[]): string {
  if (fields.length === 1) return fields.join();
  const left = fields
    .filter((field, index) => field !== 'createdAt' || index < fields.length - 1)
    .filter((field) => !filters.some(({ column, operator }) => column.field === field && operator === 'eq'));
  return left.join() || 'createdAt';
}

function isNarrowed(table: Table, filters: readonly ListCondition[], { field }: ListSort): boolean {
  const list = findList(table, filters, field);
  return list !== undefined && filters.some((filter) => isNarrowing(list, filter));
}

/** A filter, or what is wrong with it. */
function toFilter(
  name: string,
  text: string,
  table: Table,
  scope: readonly ListCondition[],
): ListCondition | string {
  const parts = /^([A-Za-z][A-Za-z0-9.]*)(?:\[([a-z]+)\])?$/.exec(name);
  const column = table.columns.find(
    (candidate) => candidate.field === parts?.[1] && candidate.filters.length > 0,
  );
  const isScoped = scope.some((condition) => condition.column === column);
  if (column === undefined || isScoped) return 'is not a filter of this list';
  const operator = column.filters.find((candidate) => candidate === (parts?.[2] ?? 'eq'));
  if (operator === undefined) return `supports only the operators ${column.filters.join(', ')}`;
  const texts = operator === 'in' ? text.split(',') : [text];
  if (texts.length > limits.inValuesMax) return `has more than ${limits.inValuesMax} values`;
  const values: (string | number)[] = [];
  for (const item of texts) {
    const read = parseFilterValue(item, operator, column, table);
    if (typeof read === 'string') return read;
    values.push(read.value);
  }
  return { column, operator, values };
}
