import { type CompiledQuery, sql } from 'kysely';
import { queries } from '../database/queries.ts';

/** Delay after the first failed delivery, in milliseconds. It doubles with each further failure, up to the maximum. */
const FAILURE_REST_MS = 15_000;
const FAILURE_REST_MAX_MS = 300_000;

/** How long the present row's standing waits after one that was delivered ahead, in milliseconds. */
const AHEAD_REST_MS = 60_000;

/** A delivery that is to be made now. */
export interface ClaimedDelivery {
  readonly id: string;
  /** JSON text of the account's row. */
  readonly body: string;
  readonly revision: number;
}

/**
 * Query that claims the outstanding delivery of an account. A standing that was made from other settings of the
 * platform gets a new revision and is outstanding too.
 *
 * @param isForced Makes a new revision in any case. Default false.
 */
export function claimDelivery(
  accountId: string,
  basis: string,
  isForced = false,
): CompiledQuery<ClaimedDelivery> {
  const isNew = sql`(${Number(isForced)} or basis <> ${basis})`;
  return sql<ClaimedDelivery>`update standing_deliveries
    set wanted_revision = wanted_revision + ${isNew}, basis = ${basis}
    where account_id = ${accountId} and (delivered_revision < wanted_revision or ${isNew})
    returning account_id as id, wanted_revision as revision,
      (select body from accounts where accounts.id = account_id) as body`.compile(queries);
}

/** Query that records a delivery. A later one may have been recorded before. */
export function noteDelivered(accountId: string, revision: number): CompiledQuery {
  return sql`update standing_deliveries set delivered_revision = max(delivered_revision, ${revision}), failures = 0
    where account_id = ${accountId}`.compile(queries);
}

/**
 * Query that records a delivery ahead of the row. The present row's standing stays outstanding, in case the row does
 * not change.
 */
export function noteDeliveredAhead(accountId: string, revision: number, nowMs: number): CompiledQuery {
  return sql`update standing_deliveries set wanted_revision = max(wanted_revision, ${revision} + 1),
      due_at = ${nowMs + AHEAD_REST_MS}, failures = 0
    where account_id = ${accountId}`.compile(queries);
}

/** Query that records a failed delivery and when it is retried. */
export function noteFailed(accountId: string, nowMs: number): CompiledQuery {
  const restMs = sql`min(${sql.lit(FAILURE_REST_MS)} << min(failures, 10), ${sql.lit(FAILURE_REST_MAX_MS)})`;
  return sql`update standing_deliveries set failures = failures + 1, due_at = ${nowMs} + ${restMs}
    where account_id = ${accountId}`.compile(queries);
}

/**
 * Query that makes a revision above the stored one, for an account that has a revision which this registry never made,
 * or other contents under the same revision. That happens after the registry was restored to an earlier time.
 */
export function surpass(accountId: string, sentRevision: number, storedRevision: number): CompiledQuery {
  const forgottenMax = storedRevision === sentRevision ? storedRevision : storedRevision - 1;
  return sql`update standing_deliveries set wanted_revision = ${storedRevision + 1}
    where account_id = ${accountId} and wanted_revision <= ${forgottenMax}`.compile(queries);
}

/** Query that makes a new revision of every standing that was made from other settings of the platform. */
export function followBasis(basis: string): CompiledQuery {
  // Two ranges of the index by basis, where one inequality would read the whole table each minute.
  return sql`update standing_deliveries set wanted_revision = wanted_revision + 1, basis = ${basis}, due_at = 0
    where basis < ${basis} or basis > ${basis}`.compile(queries);
}

/** Query for the accounts whose delivery is due, the longest overdue first. */
export function selectDue(nowMs: number, limit: number): CompiledQuery<{ readonly id: string }> {
  return sql<{ readonly id: string }>`select account_id as id from standing_deliveries
    where delivered_revision < wanted_revision and due_at <= ${nowMs}
      and (select body ->> '$.workerUrl' from accounts where accounts.id = account_id) is not null
    order by due_at limit ${limit}`.compile(queries);
}
