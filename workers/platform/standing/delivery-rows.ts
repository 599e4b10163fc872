import { type CompiledQuery, sql } from 'kysely';
import { queries } from '../database/queries.ts';

/** The first rest after a delivery that failed, in milliseconds; it doubles with each further one, up to the maximum. */
const FAILURE_REST_MS = 15_000;
const FAILURE_REST_MAX_MS = 300_000;

/** How long what the row says waits behind what it is about to say, in milliseconds. */
const AHEAD_REST_MS = 60_000;

/** A delivery that is to be made now. */
export interface ClaimedDelivery {
  readonly id: string;
  /** JSON text of the account's row. */
  readonly body: string;
  readonly revision: number;
}

/**
 * Query that takes a delivery where the account has not heard of its standing, or has heard of one that was made from
 * other settings of the platform: then it gets a new revision.
 *
 * @param isForced Takes it all the same, under a new revision.
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

/** Query that notes a delivery. A later one may have come first. */
export function noteDelivered(accountId: string, revision: number): CompiledQuery {
  return sql`update standing_deliveries set delivered_revision = max(delivered_revision, ${revision}), failures = 0
    where account_id = ${accountId}`.compile(queries);
}

/**
 * Query that notes that the account was told what its row does not say yet. What the row says is owed, so that the
 * account hears of it when the row does not change after all.
 */
export function noteDeliveredAhead(accountId: string, revision: number, nowMs: number): CompiledQuery {
  return sql`update standing_deliveries set wanted_revision = max(wanted_revision, ${revision} + 1),
      due_at = ${nowMs + AHEAD_REST_MS}, failures = 0
    where account_id = ${accountId}`.compile(queries);
}

/** Query that notes that a delivery failed, and when it is tried again. */
export function noteFailed(accountId: string, nowMs: number): CompiledQuery {
  const restMs = sql`min(${sql.lit(FAILURE_REST_MS)} << min(failures, 10), ${sql.lit(FAILURE_REST_MAX_MS)})`;
  return sql`update standing_deliveries set failures = failures + 1, due_at = ${nowMs} + ${restMs}
    where account_id = ${accountId}`.compile(queries);
}

/**
 * Query that wants a revision above the one that the account has, where it has one that this registry never asked for,
 * or other words under the same one: it comes from a past that a restored registry has forgotten.
 */
export function surpass(accountId: string, sentRevision: number, storedRevision: number): CompiledQuery {
  const forgottenMax = storedRevision === sentRevision ? storedRevision : storedRevision - 1;
  return sql`update standing_deliveries set wanted_revision = ${storedRevision + 1}
    where account_id = ${accountId} and wanted_revision <= ${forgottenMax}`.compile(queries);
}

/** Query that wants every standing anew that was made from other settings of the platform. */
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
