import pLimit from 'p-limit';
import { type Account, toAccount } from '../accounts/account-view.ts';
import type { PlatformBindings } from '../bindings.ts';
import { queries } from '../database/queries.ts';
import { dispatchOperation } from './dispatch-operation.ts';
import { type Operation, toOperation } from './operation-view.ts';

/** How long an operation may wait for the service's first report before it is sent again, in milliseconds. */
export const resendAfterMs = 15_000;
/**
 * How long an operation may run without a report before it is sent again, in milliseconds. A service that still runs
 * it recognises its id, so this costs only a request; a service that has lost it starts it again.
 */
export const silenceMaxMs = 300_000;
/** Operations sent again in one run. The next run, a minute later, continues with the rest. */
const resendMax = 100;
// A Worker has six connections at a time; one is left for the database.
const concurrencyMax = 5;

interface Waiting {
  readonly operation: Operation;
  readonly account: Account;
}

/**
 * Sends again every operation that the automation service has not started, or has not reported for a long time. The
 * rows are the outbox, so a sign-up survives any outage of the service. Operations of one account are sent in the order
 * of their requests, and one that cannot be sent holds back the later ones.
 *
 * @returns Number of operations found.
 */
export async function resendOperations(bindings: PlatformBindings, nowMs: number): Promise<number> {
  const before = (ageMs: number) => new Date(nowMs - ageMs).toISOString();
  const query = queries
    .selectFrom('operations')
    .innerJoin('accounts', 'accounts.id', 'operations.account_id')
    .select(['operations.id as id', 'operations.body as body'])
    .select(['accounts.id as accountId', 'accounts.body as accountBody'])
    .where((row) =>
      row.or([
        row.and([
          row('operations.status', '=', 'queued'),
          row('operations.created_at', '<=', before(resendAfterMs)),
        ]),
        row.and([
          row('operations.status', '=', 'running'),
          row('operations.updated_at', '<=', before(silenceMaxMs)),
        ]),
      ]),
    )
    // `queued` sorts before `running`, which must not delay it.
    .orderBy('operations.status')
    .orderBy('operations.updated_at')
    .limit(resendMax)
    .compile();
  const { results } = await bindings.DB.prepare(query.sql)
    .bind(...query.parameters)
    .all<{ id: string; body: string; accountId: string; accountBody: string }>();

  const waiting = groupByAccount(
    results.map((row) => ({
      operation: toOperation(row),
      account: toAccount({ id: row.accountId, body: row.accountBody }),
    })),
  );
  await pLimit(concurrencyMax).map(waiting, async (group) => {
    for (const { operation, account } of group) {
      if (!(await dispatchOperation(bindings, operation, account))) break;
    }
  });
  return results.length;
}

/** The operations of each account, oldest first. Ids are in order of creation. */
function groupByAccount(all: readonly Waiting[]): (readonly Waiting[])[] {
  const groups = Map.groupBy(all, ({ account }) => account.id);
  return [...groups.values()].map((group) =>
    group.toSorted((one, other) => (one.operation.id < other.operation.id ? -1 : 1)),
  );
}
