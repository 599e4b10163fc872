import type { ApiContext } from '../http/api-context.ts';
import { toAnswer } from '../http/collection/rows.ts';
import { runAllowed } from '../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../http/refusal.ts';
import { authorizePermission } from './authorize.ts';
import type { AccountBindings } from './bindings.ts';
import { standingQuery } from './standing.ts';

/** `GET /v1/me`: the caller's own user and what they may do. Every active user may ask. */
export async function getMe(context: ApiContext<AccountBindings>): Promise<Response | Refusal> {
  const access = await authorizePermission(context, undefined);
  if (isRefusal(access)) return access;
  const found = await runAllowed(context.database, access, [standingQuery(access.subject)]);
  if (isRefusal(found)) return found;
  const user = found.rows[0][0];
  if (user === undefined) throw new Error('a user who was just found is gone within one transaction');
  const permissions = (JSON.parse(user.permissions) as string[]).sort();
  return Response.json({ user: toAnswer(user, context.bindings.ACCOUNT_ID), permissions });
}
