import { type DeclaredList, declaredLists } from '../../../schema/model/declared-lists.ts';
import type { FilterOperator, Table, TableColumn } from '../../../schema/model/define-table.ts';
import { limits } from '../../../schema/model/limits.ts';
import type { JsonSchema, ParameterDescription } from '../../http/openapi/describe.ts';
import { fieldsOf } from '../../http/request/allowed-query.ts';
import { outputSchema } from './to-json-schema.ts';

const WORDS: Readonly<Record<FilterOperator, string>> = {
  eq: 'is this',
  in: 'is one of these',
  gte: 'is this or greater',
  lte: 'is this or less',
  prefix: 'starts with this',
};

/**
 * The parameters of a table's list: one for each operator of each filter, the sort and the page.
 *
 * @param scope Fields that the path of the list already fixes. Default none.
 */
export function listParameters(table: Table, scope: readonly string[] = []): readonly ParameterDescription[] {
  return [...filterParameters(table, scope), ...pageParameters(table)];
}

/** The filters and the sort, which a list and an export of a table have in common. */
export function filterParameters(
  table: Table,
  scope: readonly string[] = [],
): readonly ParameterDescription[] {
  const isScope = ({ field }: TableColumn) => scope.includes(field);
  const lists = declaredLists(table).filter(({ equal }) => equal.filter(isScope).length === scope.length);
  const usable = new Set(lists.flatMap(columnsOf).filter((column) => !isScope(column)));
  const filters = table.columns
    .filter((column) => usable.has(column))
    .flatMap((column) => column.filters.map((operator) => toParameter(table, column, operator)));
  return [...filters, sortParameter(lists)];
}

/** The supported combinations of filters and sorts, in Markdown. */
export function declaredListsInWords(table: Table): string {
  const groups = Map.groupBy(declaredLists(table), ({ equal }) =>
    equal.map(({ field }) => `\`${field}\``).join(' and '),
  );
  const lines = [...groups].map(([filters, lists]) => {
    const narrowing = lists[0]?.narrowing.map(({ field }) => `\`${field}\``) ?? [];
    const optional = narrowing.length > 0 ? ` and any of ${narrowing.join(', ')}` : '';
    return `- ${filters === '' ? 'without a filter' : `by ${filters}`}${optional}: ${lists.map(sortInWords).join(', ')}`;
  });
  return `Filters and sorts can be combined as follows; other combinations are refused.\n\n${lines.join('\n')}`;
}

function sortInWords({ sort, range, needsRange }: DeclaredList): string {
  const it = range?.field === sort ? 'it' : `\`${range?.field}\``;
  return `\`${sort}\`${range === undefined ? '' : needsRange ? ` (requires a range of ${it})` : ` (or a range of ${it})`}`;
}

function columnsOf({ equal, range, narrowing }: DeclaredList): readonly TableColumn[] {
  return [...equal, ...narrowing, ...(range === undefined ? [] : [range])];
}

function sortParameter(lists: readonly DeclaredList[]): ParameterDescription {
  const sorts = [...new Set(lists.map(({ sort }) => sort))];
  return {
    name: 'sort',
    in: 'query',
    description:
      'Order of the rows; a minus in front of each field reverses it. Default: by creation, if the filters support that.',
    schema: { type: 'string', enum: sorts.flatMap((sort) => [sort, `-${sort.replaceAll(',', ',-')}`]) },
  };
}

function pageParameters(table: Table): readonly ParameterDescription[] {
  return [
    {
      name: 'limit',
      in: 'query',
      description: 'Maximum rows per page.',
      schema: { type: 'integer', minimum: 1, maximum: limits.listLimitMax, default: limits.listLimitDefault },
    },
    {
      name: 'cursor',
      in: 'query',
      description: 'The `nextCursor` of the previous page, with the same filters and the same sort.',
      schema: { type: 'string', maxLength: limits.cursorLengthMax },
    },
    {
      name: 'fields',
      in: 'query',
      description: 'Fields to show in addition to `id` and `version`. Default: all.',
      schema: { type: 'array', items: { type: 'string', enum: fieldsOf(table) }, minItems: 1 },
    },
    {
      name: 'count',
      in: 'query',
      description: 'Whether to count the rows on all pages.',
      schema: { type: 'string', enum: ['exact', 'none'], default: 'none' },
    },
  ];
}

function toParameter(table: Table, column: TableColumn, operator: FilterOperator): ParameterDescription {
  const { field, ignoreCase } = column;
  const value = operator === 'prefix' ? textValue : valueSchema(table, column);
  return {
    name: operator === 'eq' ? field : `${field}[${operator}]`,
    in: 'query',
    description: `\`${field}\` ${WORDS[operator]}${ignoreCase ? ', in any case' : ''}.`,
    schema:
      operator === 'in' ? { type: 'array', items: value, minItems: 1, maxItems: limits.inValuesMax } : value,
  };
}

const textValue: JsonSchema = { type: 'string', minLength: 1, maxLength: limits.filterValueLengthMax };

/** An instant, or a day, which means all its instants. */
const instantValue: JsonSchema = {
  anyOf: [
    { type: 'string', format: 'date-time' },
    { type: 'string', format: 'date' },
  ],
};

/** The format of the field, if it restricts the values of filters; otherwise any text. */
function valueSchema(table: Table, { path, type }: TableColumn): JsonSchema {
  if (type === 'integer') return { type: 'integer' };
  if (path === 'createdAt' || path === 'updatedAt') return instantValue;
  const field = table.body.entries[path] ?? table.serverFields[path];
  const { enum: words, format, pattern } = field === undefined ? {} : outputSchema(field);
  if (Array.isArray(words)) return { type: 'string', enum: words };
  if (format === 'date-time') return instantValue;
  if (format === 'date') return { type: 'string', format };
  return typeof pattern === 'string' && ID_PATTERN.test(pattern) ? { type: 'string', pattern } : textValue;
}

const ID_PATTERN = /^\^[a-z]+-\[/;
