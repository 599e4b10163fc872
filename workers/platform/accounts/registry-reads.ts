import type { ApiContext } from '../../http/api/api-context.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import { isNotModified, toEtag } from '../../http/request/etag.ts';
import type { PlatformBindings } from '../bindings.ts';
import { findOperation } from '../operations/find-operation.ts';
import { toOperationView } from '../operations/operation-view.ts';
import { toAccountView } from './account-view.ts';
import { requireCaller } from './caller.ts';
import { findAccount } from './find-account.ts';

/** `GET /v1/accounts/{id|slug}`. */
export async function readAccount(
  context: ApiContext<PlatformBindings>,
  idOrSlug: string,
): Promise<Response | Refusal> {
  const caller = await requireCaller(context);
  if (isRefusal(caller)) return caller;
  const account = await findAccount(context.database, idOrSlug, caller);
  if (isRefusal(account)) return account;
  return rowResponse(context, toAccountView(account, context.url.origin, context.bindings.ZONE));
}

/** `GET /v1/operations/{id}`. */
export async function readOperation(
  context: ApiContext<PlatformBindings>,
  id: string,
): Promise<Response | Refusal> {
  const caller = await requireCaller(context);
  if (isRefusal(caller)) return caller;
  const operation = await findOperation(context.database, id, caller);
  if (isRefusal(operation)) return operation;
  return rowResponse(context, toOperationView(operation));
}

function rowResponse(context: ApiContext, row: { readonly version: number }): Response {
  const headers = { etag: toEtag(row.version) };
  if (isNotModified(context.request.headers, headers.etag))
    return new Response(null, { status: 304, headers });
  return Response.json(row, { headers });
}
