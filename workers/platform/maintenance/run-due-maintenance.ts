import { sql } from 'kysely';
import pLimit from 'p-limit';
import { type Account, toAccount } from '../accounts/account-view.ts';
import type { PlatformBindings } from '../bindings.ts';
import { queries } from '../database/queries.ts';
import { type CallOutcome, callMaintenance } from './call-maintenance.ts';

/** How long one run starts new calls, in milliseconds. The next run starts after a minute. */
const RUN_BUDGET_MS = 45_000;
/** Accounts claimed at a time, and the most in one run: a Worker may make 1,000 requests. */
const TAKE_MAX = 25;
const CALLS_MAX = 500;
// A Worker has six connections at a time; one is left for the database.
const CONCURRENCY_MAX = 5;

/** How long a claim on an account lasts, in milliseconds: longer than any call, so it only expires after a crash. */
export const CLAIM_MS = 120_000;

/** Limits of the time until an account is called again, in milliseconds. */
const REST_MIN_MS = 30_000;
const REST_MAX_MS = 86_400_000;
/** Delay after the first failed call, in milliseconds. It doubles with each further failure, up to the maximum. */
const FAILURE_REST_MS = 60_000;
const FAILURE_REST_MAX_MS = 3_600_000;

/** An account whose maintenance is due. */
interface DueAccount {
  readonly account: Account;
  readonly failures: number;
  /** The due time that the claim has set. A different one means that the account has asked for a call since. */
  readonly claimedUntilMs: number;
}

/**
 * Calls the accounts whose maintenance is due, longest overdue first, within the time budget. Each response says when
 * the account should be called again, so an idle account costs one call a day. Accounts take turns: one that has more
 * to do is called again after those that were due before it.
 *
 * @returns Number of calls.
 */
export async function runDueMaintenance(bindings: PlatformBindings, now: () => number): Promise<number> {
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

/** Claims due accounts by moving their due time, so that two runs never claim the same one. */
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
