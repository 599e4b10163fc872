import type { Table, TableColumn } from '../../schema/define-table.ts';
import { limits } from '../../schema/limits.ts';
import type { ListCondition } from '../../schema/list-statement.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { AllowedQuery, FieldError } from './request-error.ts';

/** The order of a list. Rows that agree in the column follow in the order of their ids, in the same direction. */
interface ListSort {
  readonly field: string;
  /** Absent for `createdAt`: ids begin with their time of birth, so they are that order already. */
  readonly column: TableColumn | undefined;
  readonly descending: boolean;
}

/** What a list was asked, checked against its table. */
export interface ListQuery {
  readonly filters: readonly ListCondition[];
  readonly sort: ListSort;
  readonly limit: number;
  readonly cursor: string | undefined;
}

const PARAMETERS = ['sort', 'limit', 'cursor'] as const;

/**
 * Parses `?status=active&dueOn[gte]=2026-01-01&sort=-updatedAt&limit=50&cursor=…` against a table.
 *
 * @returns 400 that names each wrong parameter and lists what is allowed. Nothing is ignored: a filter that is
 *   misspelt would otherwise show more rows than were asked for.
 */
export function parseListQuery(parameters: URLSearchParams, table: Table): ListQuery | Refusal {
  const errors: FieldError[] = [];
  const filters: ListCondition[] = [];
  const seen = new Set<string>();
  let sort = toSort('createdAt', table);
  let limit: number = limits.listLimitDefault;
  let cursor: string | undefined;
  for (const [name, value] of parameters) {
    const fault = (detail: string) => errors.push({ pointer: `#/query/${name}`, detail });
    if (seen.has(name)) {
      fault('is given twice');
    } else if (name === 'limit') {
      limit = /^\d{1,6}$/.test(value) ? Number(value) : 0;
      if (limit < 1 || limit > limits.listLimitMax) fault(`is not a number from 1 to ${limits.listLimitMax}`);
    } else if (name === 'cursor') {
      cursor = value;
    } else if (name === 'sort') {
      const asked = toSort(value, table);
      if (asked === undefined) fault('is not a field this list can be sorted by');
      else sort = asked;
    } else {
      const filter = toFilter(name, value, table);
      if (typeof filter === 'string') fault(filter);
      else filters.push(filter);
    }
    seen.add(name);
  }
  if (filters.length > limits.listFiltersMax) {
    errors.push({ pointer: '#/query', detail: `has more than ${limits.listFiltersMax} filters` });
  }
  if (sort === undefined || errors.length > 0) {
    return refuse({ kind: 'invalid_query', errors, allowed: allowedQuery(table) });
  }
  return { filters, sort, limit, cursor };
}

/** Everything a list of this table can be asked. */
function allowedQuery(table: Table): AllowedQuery {
  const filters: Record<string, readonly string[]> = {};
  for (const column of table.columns) {
    if (column.filters.length > 0) filters[column.field] = column.filters;
  }
  return { filters, sorts: table.sorts, parameters: PARAMETERS };
}

function toSort(text: string, table: Table): ListSort | undefined {
  const descending = text.startsWith('-');
  const field = descending ? text.slice(1) : text;
  if (!table.sorts.includes(field)) return undefined;
  const column =
    field === 'createdAt' ? undefined : table.columns.find((candidate) => candidate.field === field);
  return { field, column, descending };
}

/** One filter, or what is wrong with it. */
function toFilter(name: string, text: string, table: Table): ListCondition | string {
  const parts = /^([A-Za-z][A-Za-z0-9.]*)(?:\[([a-z]+)\])?$/.exec(name);
  const column = table.columns.find(
    (candidate) => candidate.field === parts?.[1] && candidate.filters.length > 0,
  );
  if (column === undefined) return 'is not a filter of this list';
  const operator = column.filters.find((candidate) => candidate === (parts?.[2] ?? 'eq'));
  if (operator === undefined) return `does not know this operator, only ${column.filters.join(', ')}`;
  const texts = operator === 'in' ? text.split(',') : [text];
  if (texts.length > limits.inValuesMax) return `has more than ${limits.inValuesMax} values`;
  const values: (string | number)[] = [];
  for (const item of texts) {
    const value = toValue(item, column);
    if (value === undefined)
      return column.type === 'integer' ? 'is not a whole number' : 'is empty or too long';
    values.push(value);
  }
  return { column, operator, values };
}

function toValue(text: string, column: TableColumn): string | number | undefined {
  if (column.type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  const isUsable = text.length > 0 && text.length <= limits.filterValueLengthMax && !text.includes('\u0000');
  return isUsable ? text : undefined;
}
