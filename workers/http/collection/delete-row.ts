import type { ApiContext } from '../api/api-context.ts';
import { isRefusal, type Refusal } from '../problems/refusal.ts';
import { changeRow } from './change-row.ts';
import type { CollectionOptions } from './collection-options.ts';

/** `DELETE /v1/<collection>/{id}`: 204, or 409 while other rows refer to this one. */
export async function deleteRow<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  id: string,
): Promise<Response | Refusal> {
  const access = await options.authorize(context, options.table, 'delete');
  if (isRefusal(access)) return access;
  const row = await changeRow({
    collection: options,
    context,
    access,
    id,
    plan: (before) => ({ action: 'delete', id, before, after: undefined }),
  });
  return isRefusal(row) ? row : new Response(null, { status: 204 });
}
