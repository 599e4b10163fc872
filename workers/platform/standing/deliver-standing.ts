import type { CompiledQuery } from 'kysely';
import type { Standing } from '../../../schema/factory/standing.ts';
import { canonicalJson } from '../../http/request/canonical-json.ts';
import { type Account, toAccount } from '../accounts/account-view.ts';
import type { PlatformBindings } from '../bindings.ts';
import { standingBasis, toAccountStanding } from './account-standing.ts';
import {
  type ClaimedDelivery,
  claimDelivery,
  noteDelivered,
  noteDeliveredAhead,
  noteFailed,
  surpass,
} from './delivery-rows.ts';
import { sendStanding } from './send-standing.ts';

/** Timeout of a delivery, in milliseconds: the request that caused it waits. */
const DELIVERY_TIMEOUT_MS = 3_000;

/** Writes in one delivery: another one each time the account has a standing that this registry does not know. */
const WRITES_MAX = 3;

/** The result of a delivery. */
export type StandingDelivery =
  /** The account has the wanted standing, from this delivery or an earlier one. */
  | { readonly kind: 'delivered' }
  /** The account has no Worker, yet or any longer. */
  | { readonly kind: 'nowhere' }
  /** The account could not be reached, or refused. The cron trigger delivers it later. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Makes the outstanding delivery of an account's standing, if there is one. Await it in the request that changed the
 * account's row: the change then takes effect with the account's next request. It takes at most 3 s, when the account
 * does not answer. A delivery that a later one overtakes does no harm, because the account ignores older revisions.
 *
 * Never rejects: the change of the row is valid whether it was delivered or not.
 */
export async function deliverStanding(
  bindings: PlatformBindings,
  accountId: string,
  nowMs: number,
): Promise<StandingDelivery> {
  return await settle(accountId, async () => {
    const [claimed] = await run(bindings, claimDelivery(accountId, await standingBasis(bindings)));
    if (claimed === undefined) return { kind: 'delivered' };
    const note = (revision: number) => noteDelivered(accountId, revision);
    return await deliver(bindings, claimed, toAccount, nowMs, note);
  });
}

/**
 * Delivers the standing that an account is about to have, before its row says so. The registration calls it with the
 * row as it will be, and changes the row after the delivery: an account that counts as active is served from the start.
 * The change of the row has its own revision, which `deliverStanding()` delivers.
 *
 * @param account The row as it will be, with the address of its Worker.
 */
export async function deliverStandingAhead(
  bindings: PlatformBindings,
  account: Account,
  nowMs: number,
): Promise<StandingDelivery> {
  const accountId = account.id;
  return await settle(accountId, async () => {
    const [claimed] = await run(bindings, claimDelivery(accountId, await standingBasis(bindings), true));
    if (claimed === undefined) return { kind: 'nowhere' };
    const note = (revision: number) => noteDeliveredAhead(accountId, revision, nowMs);
    return await deliver(bindings, claimed, () => account, nowMs, note);
  });
}

async function settle(accountId: string, work: () => Promise<StandingDelivery>): Promise<StandingDelivery> {
  const outcome = await work().catch((error: unknown): StandingDelivery => {
    return { kind: 'failed', reason: error instanceof Error ? error.name : typeof error };
  });
  if (outcome.kind === 'failed') {
    const { reason } = outcome;
    console.error(JSON.stringify({ level: 'error', event: 'standing_undelivered', accountId, reason }));
  }
  return outcome;
}

async function deliver(
  bindings: PlatformBindings,
  first: ClaimedDelivery,
  accountOf: (claimed: ClaimedDelivery) => Account,
  nowMs: number,
  note: (revision: number) => CompiledQuery,
): Promise<StandingDelivery> {
  const accountId = first.id;
  const signal = AbortSignal.timeout(DELIVERY_TIMEOUT_MS);
  let reason = 'the account keeps another standing';
  let claimed = first;
  for (let write = 1; write <= WRITES_MAX; write++) {
    const account = accountOf(claimed);
    if (account.workerUrl === undefined) return { kind: 'nowhere' };
    const sent = toAccountStanding(account, claimed.revision, bindings);
    const target = { accountId, workerUrl: account.workerUrl, signal };
    const outcome = await sendStanding(bindings, target, sent, nowMs);
    if (outcome.kind === 'failed') {
      ({ reason } = outcome);
      break;
    }
    const stored = outcome.standing;
    if (isSame(sent, stored)) {
      await run(bindings, note(sent.revision));
      return { kind: 'delivered' };
    }
    await run(bindings, surpass(accountId, sent.revision, stored.revision));
    const [next] = await run(bindings, claimDelivery(accountId, await standingBasis(bindings)));
    if (next === undefined) return { kind: 'delivered' }; // Another request has delivered a later one.
    claimed = next;
  }
  await run(bindings, noteFailed(accountId, nowMs));
  return { kind: 'failed', reason };
}

function isSame(one: Standing, other: Standing): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

async function run<Row>(
  { DB }: PlatformBindings,
  { sql, parameters }: CompiledQuery<Row>,
): Promise<readonly Row[]> {
  const { results } = await DB.prepare(sql)
    .bind(...parameters)
    .all<Row>();
  return results;
}
