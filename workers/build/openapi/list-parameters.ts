import type { FilterOperator, Table, TableColumn } from '../../../schema/define-table.ts';
import { limits } from '../../../schema/limits.ts';
import type { JsonSchema, ParameterDescription } from '../../http/openapi/describe.ts';
import { outputSchema } from './to-json-schema.ts';

const WORDS: Readonly<Record<FilterOperator, string>> = {
  eq: 'is this',
  in: 'is one of these',
  gte: 'is this or greater',
  lte: 'is this or less',
  prefix: 'begins with this',
};

/** What a list of a table can be asked: a parameter for each operator of each filter, and its order. */
export function filterParameters(table: Table): readonly ParameterDescription[] {
  return table.columns.flatMap((column) =>
    column.filters.map((operator) => toParameter(table, column, operator)),
  );
}

/** The orders of a list. */
export function sortParameter(table: Table): ParameterDescription {
  const sorts = [...new Set([...table.sorts, ...table.columns.flatMap(({ sorts }) => sorts)])];
  return {
    name: 'sort',
    in: 'query',
    description: 'Order of the rows; a minus in front turns it round.',
    schema: { type: 'string', enum: sorts.flatMap((sort) => [sort, `-${sort}`]) },
    example: '-createdAt',
  };
}

function toParameter(table: Table, column: TableColumn, operator: FilterOperator): ParameterDescription {
  const { field, ignoreCase } = column;
  const value = operator === 'prefix' ? textValue : valueSchema(table, column);
  const example = exampleOf(table, column);
  return {
    name: operator === 'eq' ? field : `${field}[${operator}]`,
    in: 'query',
    description: `\`${field}\` ${WORDS[operator]}${ignoreCase ? ', in any case' : ''}.`,
    schema:
      operator === 'in' ? { type: 'array', items: value, minItems: 1, maxItems: limits.inValuesMax } : value,
    example: operator === 'in' ? [example] : example,
  };
}

const textValue: JsonSchema = { type: 'string', minLength: 1, maxLength: limits.filterValueLengthMax };

/** A word of a fixed list where the field is one; otherwise any text, since a filter may find nothing. */
function valueSchema(table: Table, { path, type }: TableColumn): JsonSchema {
  if (type === 'integer') return { type: 'integer' };
  const field = table.body.entries[path] ?? table.serverFields[path];
  const words = field === undefined ? undefined : outputSchema(field as never).enum;
  return Array.isArray(words) ? { type: 'string', enum: words } : textValue;
}

function exampleOf(table: Table, { path, type }: TableColumn): unknown {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const found = steps.reduce<unknown>(
    (value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step],
    table.example,
  );
  if (found !== undefined) return found;
  if (/At$/.test(path)) return '2026-01-01T00:00:00.000Z';
  return type === 'integer' ? 1 : 'x';
}
