import { toAccount } from './account-view.ts';
import type { PlatformBindings } from './bindings.ts';
import { dispatchOperation } from './dispatch-operation.ts';
import { toOperation } from './operation-view.ts';
import { queries } from './queries.ts';

/** How long an operation may wait for the service's first report before it is sent again, in milliseconds. */
export const resendAfterMs = 15_000;
/** Operations sent again in one run; the next run, a minute later, takes up the rest. */
const resendMax = 100;
// A Worker has six connections at a time; one is left for the database.
const concurrencyMax = 5;

/**
 * Sends again every operation that the automation service has not begun: the queued rows are the outbox, so that a
 * sign-up survives any time the service is away.
 *
 * @returns How many were sent.
 */
export async function resendQueuedOperations(bindings: PlatformBindings, nowMs: number): Promise<number> {
  const waitingSince = new Date(nowMs - resendAfterMs).toISOString();
  const query = queries
    .selectFrom('operations')
    .innerJoin('accounts', 'accounts.id', 'operations.account_id')
    .select(['operations.id as id', 'operations.body as body'])
    .select(['accounts.id as accountId', 'accounts.body as accountBody'])
    .where('operations.status', '=', 'queued')
    .where('operations.created_at', '<=', waitingSince)
    .orderBy('operations.updated_at')
    .limit(resendMax)
    .compile();
  const { results } = await bindings.DB.prepare(query.sql)
    .bind(...query.parameters)
    .all<{ id: string; body: string; accountId: string; accountBody: string }>();

  const waiting = [...results];
  const sendNext = async (): Promise<void> => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      const account = toAccount({ id: row.accountId, body: row.accountBody });
      await dispatchOperation(bindings, toOperation(row), account);
    }
  };
  await Promise.all(Array.from({ length: concurrencyMax }, sendNext));
  return results.length;
}
