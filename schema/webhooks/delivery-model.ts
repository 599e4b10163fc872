import * as v from 'valibot';
import { count, id, instant, line, oneOf } from '../model/fields.ts';

/**
 * Fields of a delivery, all written by the server, in either tier.
 *
 * @param data What a message says of its event; see `docs/webhooks.md`.
 */
export function deliveryFields<Data extends v.GenericSchema>(data: Data) {
  return {
    endpointId: id('whe'),
    /** Id of the event, sent as `webhook-id`: the same for every attempt, replay and endpoint. */
    messageId: line(30),
    eventType: line(80),
    occurredAt: instant(),
    /** Sent as `data`. */
    data,
    /** Deliveries with the same `rowId` keep their order. A test message has its own. */
    rowId: line(30),
    /** Position of the event among all events of the database. */
    position: count(),
    status: oneOf(['pending', 'delivered', 'failed']),
    /** Attempts since the message was first sent or last replayed. */
    attempts: count(),
    /** Absent once the message is delivered or abandoned. */
    nextAttemptAt: v.optional(instant()),
    /** When delivery is abandoned at the latest. */
    expiresAt: instant(),
    lastAttemptAt: v.optional(instant()),
    /** HTTP status of the last response; absent when there was none. */
    lastStatusCode: v.optional(count()),
    lastError: v.optional(line(200)),
    deliveredAt: v.optional(instant()),
    replays: v.optional(count()),
  };
}

/** Columns of a delivery. */
export const deliveryColumns = [
  {
    name: 'endpoint_id',
    path: 'endpointId',
    type: 'text',
    filters: ['eq'],
    sorts: ['createdAt', 'status'],
  },
  { name: 'status', path: 'status', type: 'text', filters: ['eq'] },
  { name: 'message_id', path: 'messageId', type: 'text', filters: ['eq'] },
  { name: 'row_id', path: 'rowId', type: 'text' },
  { name: 'position', path: 'position', type: 'integer' },
  { name: 'next_attempt_at', path: 'nextAttemptAt', type: 'text' },
] as const;

export const deliveryIndexes = [
  { unique: ['endpoint_id', 'message_id'] },
  { unique: ['endpoint_id', 'row_id', 'position'], where: "status = 'pending'" },
] as const;
