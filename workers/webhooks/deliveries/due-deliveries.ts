import { type CompiledQuery, sql } from 'kysely';
import { rowsBuilder } from '../../http/collection/rows.ts';
import type { Database } from '../../http/database/database.ts';
import type { ActiveEndpoint } from '../events/active-endpoints.ts';
import { runBatch } from '../run-batch.ts';
import type { Message } from '../sending/send-message.ts';
import { PAUSE_AFTER_FAILURES } from './retry-schedule.ts';

/** Deliveries read for one endpoint at a time, so that a busy one does not delay the others. */
const TAKE_MAX = 20;

/** A delivery that is due. */
export interface DueDelivery {
  readonly id: string;
  readonly endpoint: ActiveEndpoint;
  readonly message: Message;
  /** Attempts before this one. */
  readonly attempts: number;
  readonly expiresAtMs: number;
}

/**
 * SQL condition on a delivery: no earlier event about the same row is still pending at the same endpoint. Different
 * rows are independent, so a failing one does not hold back others.
 */
const isFirstOfRow = sql`not exists (
  select 1 from webhook_deliveries as earlier
  where earlier.endpoint_id = delivery.endpoint_id and earlier.row_id = delivery.row_id
    and earlier.status = 'pending' and earlier.position < delivery.position)`;

/** Reads the due deliveries of every endpoint that is not paused, at most one for each row. */
export async function readDue(
  endpoints: readonly ActiveEndpoint[],
  database: Database,
  nowMs: number,
): Promise<readonly DueDelivery[]> {
  const ready = endpoints.filter(({ pausedUntilMs }) => pausedUntilMs <= nowMs);
  if (ready.length === 0) return [];
  const found = await runBatch(
    database,
    ready.map((endpoint) => dueQuery(endpoint, nowMs)),
  );
  return ready.flatMap((endpoint, index) => (found[index] ?? []).map((row) => toDue(row, endpoint)));
}

function dueQuery(
  { id, failures }: ActiveEndpoint,
  nowMs: number,
): CompiledQuery<{ id: string; body: string }> {
  // After repeated failures a single delivery tests the endpoint.
  const limit = failures >= PAUSE_AFTER_FAILURES ? 1 : TAKE_MAX;
  return sql<{ id: string; body: string }>`select id, body from webhook_deliveries as delivery
    where endpoint_id = ${id} and status = 'pending' and next_attempt_at <= ${new Date(nowMs).toISOString()}
      and ${isFirstOfRow}
    order by next_attempt_at limit ${limit}`.compile(rowsBuilder);
}

function toDue(row: { id: string; body: string }, endpoint: ActiveEndpoint): DueDelivery {
  const { messageId, eventType, occurredAt, data, attempts, expiresAt } = JSON.parse(row.body) as {
    messageId: string;
    eventType: string;
    occurredAt: string;
    data: unknown;
    attempts: number;
    expiresAt: string;
  };
  return {
    id: row.id,
    endpoint,
    message: { id: messageId, type: eventType, occurredAt, data },
    attempts,
    expiresAtMs: Date.parse(expiresAt),
  };
}

/** When the next delivery that waits for no other is due, in milliseconds; undefined when none is pending. */
export async function readNextDueMs(
  endpoints: readonly ActiveEndpoint[],
  database: Database,
): Promise<number | undefined> {
  const found = await runBatch(
    database,
    endpoints.map(({ id }) =>
      sql<{ next: string }>`select next_attempt_at as next from webhook_deliveries as delivery
        where endpoint_id = ${id} and status = 'pending' and ${isFirstOfRow}
        order by next_attempt_at limit 1`.compile(rowsBuilder),
    ),
  );
  const times = endpoints.flatMap(({ pausedUntilMs }, index) => {
    const next = found[index]?.[0]?.next;
    return next === undefined ? [] : [Math.max(Date.parse(next), pausedUntilMs)];
  });
  return times.length === 0 ? undefined : Math.min(...times);
}
