import { type CompiledQuery, sql } from 'kysely';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import { auditEntry } from '../../http/collection/audit.ts';
import { rowsBuilder } from '../../http/collection/rows.ts';
import type { MaintenanceContext } from '../../maintenance/maintenance-task.ts';
import { runBatch } from '../run-batch.ts';
import type { Attempt } from '../sending/send-message.ts';
import type { WebhookSetup } from '../webhook-setup.ts';
import type { DueDelivery } from './due-deliveries.ts';
import {
  askedPauseMs,
  DISABLE_AFTER_MS,
  DISABLE_WITH_MESSAGE_AFTER_MS,
  pauseMs,
  retryDelayMs,
} from './retry-schedule.ts';

/**
 * Records the result of an attempt on the delivery and its endpoint. Disables the endpoint when every attempt has
 * failed for days, or the receiver is gone for good. If the Worker dies before this is written, the message is sent
 * again with the same id.
 *
 * @param failures Consecutive failed attempts at the endpoint, including this one.
 */
export async function recordAttempt<Bindings>(
  due: DueDelivery,
  attempt: Attempt,
  failures: number,
  setup: WebhookSetup<Bindings>,
  { bindings, database, now }: MaintenanceContext<Bindings>,
): Promise<void> {
  const nowMs = now();
  if (attempt.kind === 'delivered') {
    await runBatch(database, [
      updateDelivery(due, succeeded(attempt.statusCode, nowMs), nowMs),
      noteSuccess(due),
    ]);
    return;
  }
  const outcome = missed(due, attempt, nowMs);
  const disableAfterMs = outcome.status === 'failed' ? DISABLE_WITH_MESSAGE_AFTER_MS : DISABLE_AFTER_MS;
  await runBatch(database, [
    updateDelivery(due, outcome, nowMs),
    noteFailure(due, Math.max(pauseMs(failures, Math.random()), askedPauseMs(attempt)), nowMs),
    ...disable(due, attempt, disableAfterMs, setup.accountId(bindings), nowMs),
  ]);
}

type FailedAttempt = Extract<Attempt, { kind: 'failed' }>;

function succeeded(statusCode: number, nowMs: number) {
  return {
    status: 'delivered',
    nextAttemptAt: null,
    lastStatusCode: statusCode,
    lastError: null,
    deliveredAt: new Date(nowMs).toISOString(),
  };
}

function missed({ attempts, expiresAtMs }: DueDelivery, attempt: FailedAttempt, nowMs: number) {
  const { statusCode, error, retryAfterMs } = attempt;
  const delayMs = retryDelayMs(attempts + 1, retryAfterMs, Math.random());
  const isOver = delayMs === undefined || nowMs + delayMs > expiresAtMs;
  return {
    status: isOver ? 'failed' : 'pending',
    nextAttemptAt: isOver ? null : new Date(nowMs + delayMs).toISOString(),
    lastStatusCode: statusCode ?? null,
    lastError: error,
  };
}

/** Query that applies a merge patch to a pending delivery; null removes a field. */
function updateDelivery(
  { id, attempts }: DueDelivery,
  patch: Readonly<Record<string, unknown>>,
  nowMs: number,
): CompiledQuery {
  const now = new Date(nowMs).toISOString();
  const text = JSON.stringify({
    ...patch,
    attempts: attempts + 1,
    lastAttemptAt: now,
    updatedAt: now,
    updatedBy: systemAuthor,
  });
  return sql`update webhook_deliveries set body = json_set(json_patch(body, ${text}), '$.version', version + 1)
    where id = ${id} and status = 'pending'`.compile(rowsBuilder);
}

function noteSuccess({ endpoint }: DueDelivery): CompiledQuery {
  return sql`update webhook_progress set failures = 0, failing_since = null, paused_until = 0
    where endpoint_id = ${endpoint.id} and failures > 0`.compile(rowsBuilder);
}

function noteFailure({ endpoint }: DueDelivery, pausedForMs: number, nowMs: number): CompiledQuery {
  const pauseUntilMs = nowMs + pausedForMs;
  return sql`update webhook_progress set failures = failures + 1,
      failing_since = coalesce(failing_since, ${nowMs}), paused_until = max(paused_until, ${pauseUntilMs})
    where endpoint_id = ${endpoint.id}`.compile(rowsBuilder);
}

/** Queries that disable an endpoint if it has failed for long enough. */
function disable(
  { endpoint }: DueDelivery,
  { error, isGone }: FailedAttempt,
  afterMs: number,
  accountId: string | undefined,
  nowMs: number,
): readonly CompiledQuery[] {
  const hasFailed = isGone
    ? sql`true`
    : sql`exists (select 1 from webhook_progress
        where endpoint_id = ${endpoint.id} and failing_since <= ${nowMs - afterMs})`;
  const isEnabled = sql`exists (select 1 from webhook_endpoints where id = ${endpoint.id} and status = 'enabled')`;
  const audit = auditEntry(
    { action: 'disable', collection: 'webhook-endpoints', rowId: endpoint.id },
    sql<string>`${systemAuthor}`,
    sql<boolean>`${isEnabled} and ${hasFailed}`,
    accountId,
    nowMs,
  );
  const now = new Date(nowMs).toISOString();
  const reason = isGone
    ? sql`${'The receiver answered 410: it is gone for good.'}`
    : sql`(select ${'Every attempt has failed since '} || strftime('%Y-%m-%dT%H:%M:%fZ', failing_since / 1000.0, 'unixepoch')
        || ${`; the last one: ${error}.`} from webhook_progress where endpoint_id = ${endpoint.id})`;
  const change = JSON.stringify({
    status: 'disabled',
    disabledAt: now,
    updatedAt: now,
    updatedBy: systemAuthor,
  });
  return [
    audit.insert,
    sql`update webhook_endpoints set body = json_set(json_patch(body, ${change}), '$.version', version + 1,
        '$.disabledReason', ${reason})
      where id = ${endpoint.id} and ${audit.written}`.compile(rowsBuilder),
  ];
}
