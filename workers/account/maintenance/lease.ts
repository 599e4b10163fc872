import { sql } from 'kysely';
import type { Database } from '../../http/database/database.ts';
import { isRefusal } from '../../http/problems/refusal.ts';
import { accountBuilder } from '../database/account-builder.ts';

/**
 * How long a lease lasts, in milliseconds. More than the longest run, so that it runs out only behind a run that was
 * cut off; not much more, since until then nothing else runs.
 */
const LEASE_MS = 60_000;

const LEASE_NAME = 'maintenance';

/** The right to run an account's maintenance, which one run has at a time. */
export interface Lease {
  /** Names the holder: unlike any other holder of any time. */
  readonly holder: string;
  /** How often a run had been asked for when this one began its present round. */
  readonly requests: number;
}

/**
 * Takes the lease when nobody has it, and asks its holder for another round when somebody does. Either way, what was
 * written before this call is seen by a run that ends after it.
 *
 * @returns Nothing when somebody else runs.
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
      returning holder, requests`.compile(accountBuilder),
  ]);
  if (isRefusal(done)) throw new Error(`the lease cannot be taken: ${done.error.kind}`);
  const row = done[0][0];
  return row?.holder === holder ? { holder, requests: row.requests } : undefined;
}

/**
 * Gives the lease back, unless another run was asked for meanwhile: then it is renewed for one more round.
 *
 * @param isFinal Gives it back all the same: there is no time for another round.
 * @returns The renewed lease, or nothing when it is given back or lost.
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
      returning holder, requests`.compile(accountBuilder),
  ]);
  if (isRefusal(done)) throw new Error(`the lease cannot be given back: ${done.error.kind}`);
  const row = done[0][0];
  return row?.holder === lease.holder ? { holder: lease.holder, requests: row.requests } : undefined;
}

function isFree(nowMs: number) {
  return sql`(holder is null or expires_at <= ${nowMs})`;
}
