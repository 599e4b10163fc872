import * as v from 'valibot';
import type { FilterOperator, Table, TableColumn } from '../../../schema/model/define-table.ts';
import { instant } from '../../../schema/model/fields.ts';
import { foldText } from '../../../schema/model/fold-text.ts';
import { stripInvisible } from '../../../schema/model/invisible.ts';
import { limits } from '../../../schema/model/limits.ts';
import { describeIssue } from '../request/parse-input.ts';

/** A filter's value, normalized as in the rows. */
export interface FilterValue {
  readonly value: string | number;
}

/**
 * Parses one filter value by the schema of its field. A word that no row can have, or a date that does not exist, is an
 * error, because an empty list would hide the mistake. A `prefix` may be any text.
 *
 * An instant may be given as a day, which means the whole day: `gte` from its start, `lte` to its end.
 *
 * @returns What is wrong and what is allowed, without repeating the value.
 */
export function parseFilterValue(
  text: string,
  operator: FilterOperator,
  column: TableColumn,
  table: Table,
): FilterValue | string {
  if (column.type === 'integer') {
    return /^-?\d{1,15}$/.test(text) ? { value: Number(text) } : 'must be a whole number';
  }
  if (text.length === 0 || text.length > limits.filterValueLengthMax || text.includes('\u0000')) {
    return `must have 1 to ${limits.filterValueLengthMax} characters`;
  }
  const schema = operator === 'prefix' ? undefined : schemaOf(column, table);
  if (schema === undefined) return inRows(text, column);
  const read = v.safeParse(schema, text);
  // Only an instant field accepts the expanded form.
  const asInstant = read.success ? undefined : v.safeParse(schema, toInstant(text, operator));
  const result = asInstant?.success ? asInstant : read;
  if (result.success) return inRows(String(result.output), column);
  return describeIssue(result.issues[0]);
}

/** A text as the column compares it. The space at the end of a prefix ends a word. */
function inRows(text: string, { folded }: TableColumn): FilterValue | string {
  const value = folded ? `${foldText(text)}${/\s$/.test(text) ? ' ' : ''}` : stripInvisible(text);
  return value === '' ? 'must have at least one visible character' : { value };
}

/** The parts of a valibot schema that lead to nested fields. */
interface SchemaParts {
  readonly wrapped?: SchemaParts;
  readonly item?: SchemaParts;
  readonly entries?: Readonly<Record<string, SchemaParts>>;
}

/** The schema of a column's field: `addresses[0].postcode` is that of the postcode. */
function schemaOf({ path }: TableColumn, table: Table): v.GenericSchema | undefined {
  if (path === 'createdAt' || path === 'updatedAt') return INSTANT;
  const [field = '', ...steps] = path.split(/[.[\]]+/);
  let schema = (table.body.entries[field] ?? table.serverFields[field]) as SchemaParts | undefined;
  for (const step of steps) {
    const inside: SchemaParts | undefined = schema?.wrapped ?? schema;
    schema = /^\d+$/.test(step) ? inside?.item : inside?.entries?.[step];
  }
  return schema as v.GenericSchema | undefined;
}

const INSTANT = instant();

/** Expands a shortened instant; other text is returned unchanged. */
function toInstant(text: string, operator: FilterOperator): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return `${text}T${operator === 'lte' ? '23:59:59.999' : '00:00:00.000'}Z`;
  return text.replace(/(T\d{2}:\d{2})Z$/, '$1:00Z');
}
