import type { ApiContext } from '../api/api-context.ts';
import { isRefusal, type Refusal, refuse } from '../problems/refusal.ts';
import { isNotModified } from '../request/etag.ts';
import type { CollectionOptions } from './collection-options.ts';
import { rowResponse } from './present.ts';
import { readRow, rowsBuilder, type StoredRow } from './rows.ts';
import { runAllowed } from './run-allowed.ts';
import { recordRowRead } from './sensitive-reads.ts';

/** `GET /v1/<collection>/{id}`: one round trip; 304 if the caller has this version. */
export async function getRow<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  id: string,
): Promise<Response | Refusal> {
  const { table } = options;
  const access = await options.authorize(context, table, 'read');
  if (isRefusal(access)) return access;
  const unknown = refuseParameters(context.url.searchParams);
  if (unknown !== undefined) return unknown;
  const found = await runAllowed(context.database, access, [
    selectRow(table.name, id),
    ...recordRowRead(options, context, access, id),
  ]);
  if (isRefusal(found)) return found;
  const row = found.rows[0][0];
  if (row === undefined) return refuse({ kind: 'row_not_found', collection: table.collection, id });
  const { etag } = readRow(row);
  if (isNotModified(context.request.headers, etag))
    return new Response(null, { status: 304, headers: { etag } });
  return rowResponse(row, options, context.bindings, found.caller);
}

/** Refuses query parameters, which would have no effect: `fields`, for example, only applies to lists. */
function refuseParameters(parameters: URLSearchParams): Refusal | undefined {
  const errors = [...new Set(parameters.keys())].map((name) => ({
    pointer: `#/query/${name}`,
    detail: 'is not supported for a single row',
  }));
  if (errors.length === 0) return undefined;
  return refuse({ kind: 'invalid_query', errors, allowed: { filters: {}, sorts: [], parameters: [] } });
}

/** Query for one row. */
export function selectRow(table: string, id: string) {
  return rowsBuilder
    .selectFrom(table)
    .select(['id', 'body'])
    .where('id', '=', id)
    .$castTo<StoredRow>()
    .compile();
}
