import { type CompiledQuery, sql } from 'kysely';
import { noSealHash, sealEventsMax } from '../../../schema/account/audit-chain.ts';
import type { Database } from '../../http/database/database.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import { accountBuilder } from '../database/account-builder.ts';
import { type Seal, type SealedEvent, sealHash } from './seal.ts';

const LAST_SEAL = sql<Seal>`select * from audit_seals order by number desc limit 1`.compile(accountBuilder);

const NEXT_EVENTS = sql<SealedEvent>`select rowid as position, id, body from audit_events
  where rowid > coalesce((select last_position from audit_seals order by number desc limit 1), 0)
  order by rowid limit ${sql.lit(sealEventsMax)}`.compile(accountBuilder);

/** The result of a sealing. */
export interface SealResult {
  readonly sealedEvents: number;
  /** Whether every event was sealed at the end. */
  readonly isComplete: boolean;
}

/**
 * Seals the unsealed events, oldest first. It runs separately from the requests that write them: SQL has no sha-256, and
 * chaining single events would make every writer wait for the previous one.
 *
 * When two runs seal at the same time one wins, and the other continues after it.
 */
export async function sealEvents(
  database: Database,
  now: () => number,
  deadlineMs: number,
): Promise<SealResult | Refusal> {
  let sealedEvents = 0;
  let state = await database.batch([LAST_SEAL, NEXT_EVENTS]);
  for (;;) {
    if (isRefusal(state)) return state;
    const [[last], events] = state;
    if (events.length === 0) return { sealedEvents, isComplete: true };
    if (now() > deadlineMs) return { sealedEvents, isComplete: false };
    const done = await database.batch([await insertSeal(last, events, now()), LAST_SEAL, NEXT_EVENTS]);
    if (isRefusal(done)) return done;
    const [written, ...next] = done;
    sealedEvents += written.length === 0 ? 0 : events.length;
    state = next;
  }
}

/** Query that adds the seal after `last`; no row when there is another one by then. */
async function insertSeal(
  last: Seal | undefined,
  events: readonly SealedEvent[],
  nowMs: number,
): Promise<CompiledQuery<Pick<Seal, 'number'>>> {
  const number = (last?.number ?? 0) + 1;
  const previousHash = last?.hash ?? noSealHash;
  const sealedAt = new Date(nowMs).toISOString();
  const hash = await sealHash(previousHash, number, sealedAt, events);
  const lastPosition = events.at(-1)?.position ?? 0;
  return sql<Pick<Seal, 'number'>>`
    insert into audit_seals (number, first_position, last_position, previous_hash, hash, sealed_at)
    select ${number}, ${(last?.last_position ?? 0) + 1}, ${lastPosition}, ${previousHash}, ${hash}, ${sealedAt}
    where ${number} = 1 + coalesce((select max(number) from audit_seals), 0) returning number`.compile(
    accountBuilder,
  );
}
