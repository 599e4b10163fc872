import type { Table } from '../../../schema/model/define-table.ts';
import { permissionFor } from '../../../schema/model/permissions.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import type { Caller } from '../../http/collection/access.ts';
import type { Fields } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { parseCursor, toCursor } from '../../http/lists/cursor.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { authorizePermission } from '../identity/authorize.ts';
import { type SearchHit, toSearchHit } from './search-hit.ts';
import { parseSearchRequest, type SearchRequest, searchableTables } from './search-request.ts';
import {
  CANDIDATES_MAX,
  type FoundRow,
  type SearchPosition,
  searchedFields,
  searchStatement,
} from './search-statement.ts';
import { toMatchExpression } from './search-words.ts';

/**
 * `GET /v1/search?q=`: rows of all readable tables that have every word, best match first, in one round trip. A cursor
 * continues after a page; because scores depend on all rows, a change between two pages may move a row from one to the
 * other.
 */
export async function search(context: ApiContext<AccountBindings>): Promise<Response | Refusal> {
  const access = await authorizePermission(context, undefined);
  if (isRefusal(access)) return access;
  const asked = parseSearchRequest(context.url.searchParams);
  if (isRefusal(asked)) return asked;
  const identity = cursorIdentity(context.bindings.ACCOUNT_ID, asked);
  const after = await toPosition(asked.cursor, identity);
  if (isRefusal(after)) return after;
  const tables = asked.tables ?? searchableTables;
  // One row more than the page, to know whether there is a next page.
  const query = searchStatement(access.subject, tables, asked.words, after, asked.limit + 1);
  const found = await runAllowed(context.database, access, [query]);
  if (isRefusal(found)) return found;
  const readable = readableTables(asked, found.caller);
  if (isRefusal(readable)) return readable;
  const rows = found.rows[0].filter(isFound);
  const page = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? page.at(-1) : undefined;
  const [summary] = found.rows[0];
  const counts = JSON.parse(summary?.counts ?? '{}') as Readonly<Record<string, number>>;
  return Response.json({
    items: page.flatMap((row) => present(row, readable, asked)),
    counts: Object.fromEntries(readable.map((table) => [table.collection, counts[table.idPrefix] ?? 0])),
    isTruncated: (summary?.matched ?? 0) > CANDIDATES_MAX,
    isIndexComplete: summary?.backlog === 0,
    nextCursor:
      last === undefined ? null : await toCursor({ value: last.score, id: String(last.position) }, identity),
  });
}

function isFound(row: FoundRow): boolean {
  return row.position !== null;
}

function present(row: FoundRow, tables: readonly Table[], { words }: SearchRequest): readonly SearchHit[] {
  const table = tables.find(({ idPrefix }) => row.row_id.startsWith(`${idPrefix}-`));
  if (table === undefined || row.fields === null) return [];
  const values = JSON.parse(row.fields) as readonly unknown[];
  const fields: Fields = Object.fromEntries(searchedFields(table).map((field, at) => [field, values[at]]));
  // bm25 is lower for better matches; callers expect the opposite.
  return [toSearchHit(table, row.row_id, -row.score, fields, words)];
}

/** The tables to search. A caller who names a table without permission gets a refusal. */
function readableTables(asked: SearchRequest, caller: Caller): readonly Table[] | Refusal {
  const tables = asked.tables ?? searchableTables;
  const readable = tables.filter((table) => caller.may(permissionFor(table, 'read')));
  const missing = tables.find((table) => !readable.includes(table));
  if (missing === undefined || (asked.tables === undefined && readable.length > 0)) return readable;
  const permission = permissionFor(missing, 'read');
  return refuse({ kind: 'forbidden', detail: `This requires the permission ${permission}.`, permission });
}

function cursorIdentity(accountId: string, { words, tables }: SearchRequest): unknown {
  return [accountId, 'search', toMatchExpression(words), tables?.map(({ collection }) => collection) ?? null];
}

async function toPosition(
  cursor: string | undefined,
  identity: unknown,
): Promise<SearchPosition | undefined | Refusal> {
  if (cursor === undefined) return undefined;
  const position = await parseCursor(cursor, identity);
  if (isRefusal(position)) return position;
  return { score: Number(position.value), position: Number(position.id) };
}
