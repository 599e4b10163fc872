import * as v from 'valibot';
import type { FilterOperator, Table, TableColumn } from '../../../schema/model/define-table.ts';
import { instant } from '../../../schema/model/fields.ts';
import { limits } from '../../../schema/model/limits.ts';
import { describeIssue } from '../request/parse-input.ts';

/** A filter's value in the form in which rows hold it. */
export interface FilterValue {
  readonly value: string | number;
}

/**
 * Reads one value of a filter by the schema of its field: a word that no row can have, or a day that is not in the
 * calendar, is a slip that an empty list would hide. A `prefix` is any text.
 *
 * An instant may also be a day, which is all of it: `gte` from its beginning, `lte` to its end.
 *
 * @returns What is wrong with it and what is allowed, in words that do not repeat it.
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
  if (schema === undefined) return { value: text };
  const read = v.safeParse(schema, text);
  // Only a field that holds an instant takes the whole form of one.
  const asInstant = read.success ? undefined : v.safeParse(schema, toInstant(text, operator));
  const result = asInstant?.success ? asInstant : read;
  if (result.success) return { value: String(result.output) };
  return describeIssue(result.issues[0]);
}

/** The schema of a column's field; none for a column that looks deeper into the body than its fields. */
function schemaOf({ path }: TableColumn, table: Table): v.GenericSchema | undefined {
  if (path === 'createdAt' || path === 'updatedAt') return INSTANT;
  return table.body.entries[path] ?? table.serverFields[path];
}

const INSTANT = instant();

/** The instant that a shorter form of one stands for; any other text stays as it is. */
function toInstant(text: string, operator: FilterOperator): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return `${text}T${operator === 'lte' ? '23:59:59.999' : '00:00:00.000'}Z`;
  return text.replace(/(T\d{2}:\d{2})Z$/, '$1:00Z');
}
