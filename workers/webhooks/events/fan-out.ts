import { sql } from 'kysely';
import { newId } from '../../../schema/model/ids.ts';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import { rowsBuilder } from '../../http/collection/rows.ts';
import type { MaintenanceContext } from '../../maintenance/maintenance-task.ts';
import { MESSAGE_LIFETIME_MS } from '../deliveries/retry-schedule.ts';
import { runBatch } from '../run-batch.ts';
import type { EventSource, StoredEvent, WebhookSetup } from '../webhook-setup.ts';
import type { ActiveEndpoint } from './active-endpoints.ts';
import { isAskedFor } from './event-type.ts';

/** Maximum number of deliveries and of events in one step. */
const DELIVERIES_MAX = 500;
const EVENTS_MAX = 250;

/** A new delivery. */
interface NewDelivery {
  readonly id: string;
  readonly body: object;
}

/**
 * Turns the next events into deliveries for every endpoint that asks for them, and moves the endpoints' positions
 * forward in the same transaction, so that a crash neither loses nor duplicates anything. If an endpoint already has a
 * delivery of an event, it is a replay and the delivery starts again.
 *
 * @returns Whether there may be further events.
 */
export async function fanOut<Bindings>(
  endpoints: readonly ActiveEndpoint[],
  setup: WebhookSetup<Bindings>,
  { bindings, database, now }: MaintenanceContext<Bindings>,
): Promise<boolean> {
  const from = Math.min(...endpoints.map(({ position }) => position));
  const limit = Math.max(1, Math.min(EVENTS_MAX, Math.floor(DELIVERIES_MAX / endpoints.length)));
  const [events] = await runBatch(database, [
    sql<StoredEvent>`select id, rowid as position, body from ${sql.table(setup.events.table)}
      where rowid > ${from} order by rowid limit ${limit}`.compile(rowsBuilder),
  ]);
  const last = events.at(-1);
  if (last === undefined) return false;
  const nowMs = now();
  const accountId = setup.accountId(bindings);
  const deliveries = endpoints.flatMap((endpoint) =>
    events
      .filter(({ position }) => position > endpoint.position)
      .flatMap((event) => toDelivery(event, endpoint, setup.events, accountId, nowMs)),
  );
  const moved = endpoints.filter(({ position }) => position < last.position);
  await runBatch(database, [
    ...(deliveries.length === 0 ? [] : [insertDeliveries(deliveries, nowMs)]),
    ...moved.map((endpoint) =>
      // Unless a replay has just moved it back.
      sql`update webhook_progress set position = ${last.position}
        where endpoint_id = ${endpoint.id} and position = ${endpoint.position}`.compile(rowsBuilder),
    ),
  ]);
  return events.length === limit;
}

function toDelivery(
  event: StoredEvent,
  endpoint: ActiveEndpoint,
  { toEvent }: EventSource,
  accountId: string | undefined,
  nowMs: number,
): readonly NewDelivery[] {
  const read = toEvent(event);
  if (read === undefined || !isAskedFor(endpoint.eventTypes, read.type)) return [];
  const { type: eventType, ...told } = read;
  return [
    newDelivery(
      {
        endpointId: endpoint.id,
        messageId: event.id,
        eventType,
        ...told,
        position: event.position,
      },
      accountId,
      systemAuthor,
      nowMs,
    ),
  ];
}

/** Makes a delivery that is due at once. */
export function newDelivery(
  fields: Readonly<Record<string, unknown>>,
  accountId: string | undefined,
  author: string,
  nowMs: number,
): NewDelivery {
  const now = new Date(nowMs).toISOString();
  return {
    id: newId('whd', nowMs),
    body: {
      ...(accountId === undefined ? {} : { accountId }),
      createdAt: now,
      createdBy: author,
      updatedAt: now,
      updatedBy: author,
      version: 1,
      ...fields,
      ...dueNow(nowMs),
    },
  };
}

/** Fields that start a delivery, for the first time or again. */
export function dueNow(nowMs: number) {
  return {
    status: 'pending',
    attempts: 0,
    nextAttemptAt: new Date(nowMs).toISOString(),
    expiresAt: new Date(nowMs + MESSAGE_LIFETIME_MS).toISOString(),
  } as const;
}

function insertDeliveries(deliveries: readonly NewDelivery[], nowMs: number) {
  const again = JSON.stringify({ ...dueNow(nowMs), updatedAt: new Date(nowMs).toISOString() });
  return sql`insert into webhook_deliveries (id, body)
    select value ->> '$.id', value ->> '$.body' from json_each(${JSON.stringify(deliveries)}) where true
    on conflict (endpoint_id, message_id) do update set body = json_set(
      json_patch(webhook_deliveries.body, ${again}),
      '$.replays', coalesce(webhook_deliveries.body ->> '$.replays', 0) + 1,
      '$.version', webhook_deliveries.version + 1)
    where webhook_deliveries.status <> 'pending'`.compile(rowsBuilder);
}
