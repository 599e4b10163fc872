import { sql } from 'kysely';
import type { ApiContext } from '../../http/api/api-context.ts';
import { logFailure } from '../../http/api/log-failure.ts';
import type { AccountBindings } from '../bindings.ts';
import { accountBuilder } from '../database/account-builder.ts';
import type { Grants } from './grants.ts';

/** Age of `lastSeenAt` from which a request updates it, in milliseconds. */
const RENEW_AFTER_MS = 3_600_000;

/**
 * Updates a user's `lastSeenAt` once an hour, after the response. This does not count as a change of the row: its
 * version stays, and there is no audit event.
 */
export function noteVisit({ id, lastSeenAt }: Grants, context: ApiContext<AccountBindings>): void {
  const seenAtMs = lastSeenAt === null ? 0 : Date.parse(lastSeenAt);
  if (context.nowMs - seenAtMs < RENEW_AFTER_MS) return;
  context.execution.waitUntil(renew(id, context));
}

async function renew(id: string, context: ApiContext<AccountBindings>): Promise<void> {
  const now = new Date(context.nowMs).toISOString();
  const update = sql`update users set body = json_set(body, '$.lastSeenAt', ${now})
    where id = ${id} and coalesce(body ->> '$.lastSeenAt', '') < ${now}`.compile(accountBuilder);
  try {
    await context.database.batch([update]); // A refusal means that D1 is busy: the next request tries again.
  } catch (error) {
    logFailure(error, { method: 'UPDATE', route: 'users.lastSeenAt', traceparent: context.traceparent });
  }
}
