import { CompiledQuery } from 'kysely';
import { type ListCondition, listStatement } from '../../../schema/list-statement.ts';
import type { ApiContext } from '../api-context.ts';
import { parseCursor, toCursor } from '../cursor.ts';
import { type ListQuery, parseListQuery } from '../list-query.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { CollectionOptions } from './collection-options.ts';
import { present } from './present.ts';
import type { Fields, StoredRow } from './rows.ts';
import { runAllowed } from './run-allowed.ts';

/** A row of a page with the value it is sorted by. */
type PageRow = StoredRow & { readonly sort_value: string | number };

/** What a list is besides what the caller asks. */
export interface ListView {
  /** Conditions that hold for every row the caller may see in this list. Default none. */
  readonly scope?: readonly ListCondition[];
  /** How a row is shown. Default: as it is. */
  readonly show?: (row: Fields) => object;
}

/** `GET /v1/<collection>`: one page, in one round trip. */
export async function listRows<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  { scope = [], show = (row) => row }: ListView = {},
): Promise<Response | Refusal> {
  const { table } = options;
  const access = await options.authorize(context, table, 'read');
  if (isRefusal(access)) return access;
  const asked = parseListQuery(context.url.searchParams, table);
  if (isRefusal(asked)) return asked;
  const accountId = options.accountId(context.bindings);
  const filters = [...asked.filters, ...scope];
  const identity = [accountId, table.collection, describe({ ...asked, filters })];
  const after = asked.cursor === undefined ? undefined : await parseCursor(asked.cursor, identity);
  if (isRefusal(after)) return after;
  // One row more than the page holds, to know whether there is a next one.
  const { sql, parameters } = listStatement(table, { ...asked, filters, after, limit: asked.limit + 1 });
  const query: CompiledQuery<PageRow> = CompiledQuery.raw(sql, [...parameters]);
  const found = await runAllowed(context.database, access, [query]);
  if (isRefusal(found)) return found;
  const rows = found.rows[0];
  const page = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? page.at(-1) : undefined;
  const nextCursor = last && (await toCursor({ value: last.sort_value, id: last.id }, identity));
  return Response.json({
    items: page.map((row) => show(present(row, options, context.bindings, found.caller))),
    nextCursor: nextCursor ?? null,
  });
}

/** What a cursor is bound to: filters and sort. Another limit is another page size of the same list. */
function describe({ filters, sort }: ListQuery): unknown {
  const conditions = filters.map(({ column, operator, values }) => [column.field, operator, values]);
  return [conditions, sort.field, sort.descending];
}
