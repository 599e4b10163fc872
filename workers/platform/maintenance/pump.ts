import { sql } from 'kysely';
import pLimit from 'p-limit';
import { type Account, toAccount } from '../accounts/account-view.ts';
import type { PlatformBindings } from '../bindings.ts';
import { queries } from '../database/queries.ts';
import { type CallOutcome, callMaintenance } from './call-maintenance.ts';

/** How long one run of the pump begins new calls, in milliseconds: the next one comes after a minute. */
const RUN_BUDGET_MS = 45_000;
/** Accounts taken at a time, and at most in one run: a Worker may make 1,000 requests. */
const TAKE_MAX = 25;
const CALLS_MAX = 500;
// A Worker has six connections at a time; one is left for the database.
const CONCURRENCY_MAX = 5;

/** How long a taken account is nobody else's, in milliseconds: longer than any call, so it ends only behind a crash. */
export const CLAIM_MS = 120_000;

/** Bounds of the time after which an account is called again, in milliseconds. */
const REST_MIN_MS = 30_000;
const REST_MAX_MS = 86_400_000;
/** The first rest after a call that failed; it doubles with each further one, up to an hour. */
const FAILURE_REST_MS = 60_000;
const FAILURE_REST_MAX_MS = 3_600_000;

/** An account whose turn it is. */
interface DueAccount {
  readonly account: Account;
  readonly failures: number;
  /** What the due time became when it was taken; another one since then is a wish of the account. */
  readonly claimedUntilMs: number;
}

/**
 * Calls the accounts whose maintenance is due, the longest overdue first, for as long as the run may take. Each says
 * when it wants to be called again, so an account that has nothing to do costs one call a day. Every turn is the same
 * for all: an account that has more to do comes again after those that were due before it.
 *
 * @returns How many were called.
 */
export async function pumpMaintenance(bindings: PlatformBindings, now: () => number): Promise<number> {
  const endMs = now() + RUN_BUDGET_MS;
  let calls = 0;
  while (now() < endMs && calls < CALLS_MAX) {
    const due = await takeDue(bindings.DB, now());
    if (due.length === 0) break;
    calls += due.length;
    await pLimit(CONCURRENCY_MAX).map(due, async (next) => {
      const outcome = await callMaintenance(bindings, next.account, now());
      await noteCall(bindings.DB, next, outcome, now());
    });
  }
  return calls;
}

/** Takes accounts that are due. Two runs never take the same: taking moves the due time. */
async function takeDue(database: D1Database, nowMs: number): Promise<readonly DueAccount[]> {
  const ids = queries
    .selectFrom('account_maintenance')
    .select('account_id')
    .where('due_at', '<=', nowMs)
    .orderBy('due_at')
    .limit(TAKE_MAX);
  const claimedUntilMs = nowMs + CLAIM_MS;
  const take = queries
    .updateTable('account_maintenance')
    .set({ due_at: claimedUntilMs })
    .where('account_id', 'in', ids)
    .returning([
      'account_id as id',
      'failures',
      sql<string>`(select body from accounts where accounts.id = account_id)`.as('body'),
    ])
    .compile();
  const { results } = await database
    .prepare(take.sql)
    .bind(...take.parameters)
    .all<{ id: string; failures: number; body: string }>();
  return results.map((row) => ({ account: toAccount(row), failures: row.failures, claimedUntilMs }));
}

async function noteCall(
  database: D1Database,
  { account, failures, claimedUntilMs }: DueAccount,
  outcome: CallOutcome,
  nowMs: number,
): Promise<void> {
  const failed = outcome.kind === 'failed' ? failures + 1 : 0;
  const restMs =
    outcome.kind === 'failed'
      ? Math.min(FAILURE_REST_MS * 2 ** Math.min(failures, 10), FAILURE_REST_MAX_MS)
      : Math.min(Math.max(outcome.nextInMs, REST_MIN_MS), REST_MAX_MS);
  const dueAtMs = nowMs + restMs;
  const { sql: text, parameters } = queries
    .updateTable('account_maintenance')
    .set({
      due_at: sql<number>`case when due_at = ${claimedUntilMs} then ${dueAtMs} else min(due_at, ${dueAtMs}) end`,
      failures: failed,
    })
    .where('account_id', '=', account.id)
    .compile();
  await database
    .prepare(text)
    .bind(...parameters)
    .run();
}
