import { sql } from 'kysely';
import { rowsBuilder } from '../http/collection/rows.ts';
import type { Database } from '../http/database/database.ts';
import { isRefusal } from '../http/problems/refusal.ts';

/**
 * Lifetime of a lease in milliseconds. Longer than the longest run, so that it only expires after an interrupted run;
 * not much longer, because no other run can start until then.
 */
const LEASE_MS = 60_000;

const LEASE_NAME = 'maintenance';

/** The exclusive right to run an account's maintenance. */
export interface Lease {
  /** Unique id of the holder. */
  readonly holder: string;
  /** Number of requested runs when this run began its current round. */
  readonly requests: number;
}

/**
 * Takes the lease if it is free, or asks its holder for another round. In both cases, everything that was written before
 * this call is seen by a run that ends after it.
 *
 * @returns undefined when another run holds the lease.
 */
export async function takeLease(
  database: Database,
  holder: string,
  nowMs: number,
): Promise<Lease | undefined> {
  const done = await database.batch([
    sql<{ holder: string; requests: number }>`
      insert into maintenance_leases (name, holder, expires_at, requests)
      values (${LEASE_NAME}, ${holder}, ${nowMs + LEASE_MS}, 1)
      on conflict (name) do update set
        requests = requests + 1,
        holder = case when ${isFree(nowMs)} then excluded.holder else holder end,
        expires_at = case when ${isFree(nowMs)} then excluded.expires_at else expires_at end
      returning holder, requests`.compile(rowsBuilder),
  ]);
  if (isRefusal(done)) throw new Error(`the maintenance lease cannot be taken: ${done.error.kind}`);
  const row = done[0][0];
  return row?.holder === holder ? { holder, requests: row.requests } : undefined;
}

/**
 * Returns the lease, unless another run was requested meanwhile: then it is renewed for one more round.
 *
 * @param isFinal Returns it in any case, because there is no time for another round.
 * @returns The renewed lease, or undefined when it was returned or lost.
 */
export async function endRound(
  database: Database,
  lease: Lease,
  nowMs: number,
  isFinal: boolean,
): Promise<Lease | undefined> {
  const isWanted = isFinal ? sql`false` : sql`requests <> ${lease.requests}`;
  const done = await database.batch([
    sql<{ holder: string | null; requests: number }>`
      update maintenance_leases set
        holder = case when ${isWanted} then holder end,
        expires_at = case when ${isWanted} then ${nowMs + LEASE_MS} else 0 end
      where name = ${LEASE_NAME} and holder = ${lease.holder}
      returning holder, requests`.compile(rowsBuilder),
  ]);
  if (isRefusal(done)) throw new Error(`the maintenance lease cannot be returned: ${done.error.kind}`);
  const row = done[0][0];
  return row?.holder === lease.holder ? { holder: lease.holder, requests: row.requests } : undefined;
}

function isFree(nowMs: number) {
  return sql`(holder is null or expires_at <= ${nowMs})`;
}
