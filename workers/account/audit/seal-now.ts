import type { ApiContext } from '../../http/api/api-context.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { authorizePermission } from '../identity/authorize.ts';
import { sealEvents } from './seal-events.ts';
import { toHead, trailEnd } from './verification.ts';

/** How long one request seals, in milliseconds. */
const WORK_MS = 5_000;

/**
 * `POST /v1/audit-events/seals`: seals the unsealed events and returns the head, for a firm that wants to record it. All
 * readers of the trail may do so, because a seal neither adds nor hides anything.
 */
export async function postSeals(
  context: ApiContext<AccountBindings>,
  now: () => number,
): Promise<Response | Refusal> {
  const access = await authorizePermission(context, 'audit:read');
  if (isRefusal(access)) return access;
  const allowed = await runAllowed(context.database, access, []);
  if (isRefusal(allowed)) return allowed;
  const sealed = await sealEvents(context.database, now, now() + WORK_MS);
  if (isRefusal(sealed)) return sealed;
  const found = await context.database.batch([trailEnd(null)]);
  if (isRefusal(found)) return found;
  const [[end]] = found;
  if (end === undefined) throw new Error('an aggregate returned no row');
  return Response.json({ head: toHead(end), isComplete: sealed.isComplete });
}
