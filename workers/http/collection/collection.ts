import type { ApiRouter } from '../api/api.ts';
import type { CollectionOptions } from './collection-options.ts';
import { createRow } from './create-row.ts';
import { deleteRow } from './delete-row.ts';
import { getRow } from './get-row.ts';
import { listRows } from './list-rows.ts';
import { patchRow, replaceRow } from './update-row.ts';

/**
 * Serves a table under `/v1/<collection>` from its model: list, get, create, replace, merge patch and delete.
 * A read costs one round trip to D1, a create one, any other write two. Read-only tables have only the reads.
 */
export function collection<Bindings>(
  router: ApiRouter<Bindings>,
  options: CollectionOptions<Bindings>,
): void {
  const path = `/v1/${options.table.collection}`;
  router.get(path, (_request, context) => listRows(options, context));
  router.get(`${path}/:id`, ({ params }, context) => getRow(options, context, params.id ?? ''));
  if (options.table.readOnly) return;
  router.post(path, (_request, context) => createRow(options, context));
  router.put(`${path}/:id`, ({ params }, context) => replaceRow(options, context, params.id ?? ''));
  router.patch(`${path}/:id`, ({ params }, context) => patchRow(options, context, params.id ?? ''));
  router.delete(`${path}/:id`, ({ params }, context) => deleteRow(options, context, params.id ?? ''));
}
