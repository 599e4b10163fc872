import { CompiledQuery } from 'kysely';
import { limits } from '../../../schema/model/limits.ts';
import {
  countStatement,
  type ListCondition,
  listStatement,
  type Statement,
} from '../../../schema/model/list-statement.ts';
import type { ApiContext } from '../api/api-context.ts';
import { type Position, parseCursor, toCursor } from '../lists/cursor.ts';
import { type ListQuery, parseListQuery } from '../lists/list-query.ts';
import { isRefusal, type Refusal, refuse } from '../problems/refusal.ts';
import type { CollectionOptions } from './collection-options.ts';
import { present } from './present.ts';
import type { Fields, StoredRow } from './rows.ts';
import { runAllowed } from './run-allowed.ts';
import { onlyFields } from './sensitive.ts';
import { recordPageRead } from './sensitive-reads.ts';

/** A row of a page, with its sort value. */
type PageRow = StoredRow & { readonly sort_value: string | number };

/** The result of a count, at most one more than the limit. */
interface Counted {
  readonly counted: number;
}

/** Number of rows on all pages of a list. */
interface RowCount {
  readonly rows: number;
  /** False when there are more than `limits.countRowsMax`; `rows` is then that limit. */
  readonly isExact: boolean;
}

/** Properties of a list that do not come from the caller. */
export interface ListView {
  /** Conditions for every row of this list. Default none. */
  readonly scope?: readonly ListCondition[];
  /** Converts a row for display. Default: unchanged. */
  readonly show?: (row: Fields) => object;
  /** Query that finds a row while the list exists, and the refusal when it does not. Default: the list always exists. */
  readonly within?: { readonly query: CompiledQuery; readonly otherwise: Refusal };
}

/** `GET /v1/<collection>`: one page, in one round trip, counted or not. */
export async function listRows<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  { scope = [], show = (row) => row, within }: ListView = {},
): Promise<Response | Refusal> {
  const { table } = options;
  const access = await options.authorize(context, table, 'read');
  if (isRefusal(access)) return access;
  const asked = parseListQuery(context.url.searchParams, table, scope);
  if (isRefusal(asked)) return asked;
  const identity = [options.accountId(context.bindings), table.collection, describe(asked)];
  const after = asked.cursor === undefined ? undefined : await parseCursor(asked.cursor, identity);
  if (isRefusal(after)) return after;
  if (after !== undefined && !isPlaceOf(after, asked.sort.columns.length))
    return refuse({ kind: 'invalid_cursor' });
  const pageOf = (limit: number) => listStatement(table, { ...asked, after, limit });
  const found = await runAllowed(context.database, access, [
    // One row more than the page, to know whether there is a next page.
    compile<PageRow>(pageOf(asked.limit + 1)),
    ...(asked.isCounted ? [compile<Counted>(countStatement(table, asked))] : []),
    ...recordPageRead(options, context, access, pageOf(asked.limit), asked.fields),
    ...(within === undefined ? [] : [within.query]),
  ]);
  if (isRefusal(found)) return found;
  const [rows, ...others] = found.rows;
  if (within !== undefined && others.at(-1)?.length === 0) return within.otherwise;
  const page = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? page.at(-1) : undefined;
  const nextCursor = last && (await toCursor({ value: last.sort_value, id: last.id }, identity));
  const items = page.map((row) => show(present(row, options, context.bindings, found.caller)));
  const { fields } = asked;
  return Response.json({
    items:
      fields === undefined ? items : items.map((item) => onlyFields({ ...item }, [...ALWAYS, ...fields])),
    nextCursor: nextCursor ?? null,
    ...(asked.isCounted ? { count: toRowCount(others[0]?.[0] as Counted) } : {}),
  });
}

/** Fields of every row of a list, whether or not `fields=` names them. */
const ALWAYS = ['id', 'version'];

function compile<Row>(statement: Statement | undefined): CompiledQuery<Row> {
  if (statement === undefined) throw new Error('a list that cannot be counted was not refused');
  return CompiledQuery.raw(statement.sql, [...statement.parameters]) as CompiledQuery<Row>;
}

/** Whether a position has a value for each sort column. Callers can forge cursors, because the checksum is not secret. */
function isPlaceOf({ value }: Position, columns: number): boolean {
  if (columns < 2) return true;
  try {
    const values: unknown = JSON.parse(String(value));
    return Array.isArray(values) && values.length === columns && values.every(isSortValue);
  } catch {
    return false;
  }
}

function isSortValue(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function toRowCount({ counted }: Counted): RowCount {
  return { rows: Math.min(counted, limits.countRowsMax), isExact: counted <= limits.countRowsMax };
}

/** The parts of a query that a cursor is bound to: filters and sort. The limit may change between pages. */
function describe({ filters, sort }: ListQuery): unknown {
  const conditions = filters.map(({ column, operator, values }) => [column.field, operator, values]);
  return [conditions, sort.field, sort.descending];
}
