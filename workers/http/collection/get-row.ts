import type { ApiContext } from '../api-context.ts';
import { isNotModified } from '../etag.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { CollectionOptions } from './collection-options.ts';
import { rowResponse } from './present.ts';
import { readRow, rowsBuilder, type StoredRow } from './rows.ts';
import { runAllowed } from './run-allowed.ts';
import { recordRowRead } from './sensitive-reads.ts';

/** `GET /v1/<collection>/{id}`: one round trip; 304 when the caller has this version already. */
export async function getRow<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  id: string,
): Promise<Response | Refusal> {
  const { table } = options;
  const access = await options.authorize(context, table, 'read');
  if (isRefusal(access)) return access;
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

/** Query for one row. */
export function selectRow(table: string, id: string) {
  return rowsBuilder
    .selectFrom(table)
    .select(['id', 'body'])
    .where('id', '=', id)
    .$castTo<StoredRow>()
    .compile();
}
