import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { count, id, instant, line, list, oneOf } from '../../model/fields.ts';

/**
 * The delivery of one event to one endpoint. Events of the same row are sent in the order of `position`: each waits
 * until the earlier ones have been delivered or abandoned.
 */
export const webhookDeliveries = defineTable({
  name: 'webhook_deliveries',
  collection: 'webhook-deliveries',
  tier: 'account',
  idPrefix: 'whd',
  describes: 'The delivery of one event to one webhook endpoint, and its state.',
  body: v.strictObject({}),
  serverFields: {
    endpointId: id('whe'),
    /** Id of the audit event, sent as `webhook-id`: the same for every attempt, replay and endpoint. */
    messageId: line(30),
    eventType: line(80),
    occurredAt: instant(),
    /** Sent as `data`: the row, and the names of the changed fields. It never holds values. */
    data: v.strictObject({
      id: line(30),
      collection: line(60),
      version: v.optional(count()),
      changedFields: v.optional(list(line(60), 200)),
    }),
    /** Deliveries with the same `rowId` keep their order. A test message has its own. */
    rowId: line(30),
    /** Position of the event among all events of the account. */
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
  },
  columns: [
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
  ],
  indexes: [
    { unique: ['endpoint_id', 'message_id'] },
    { unique: ['endpoint_id', 'row_id', 'position'], where: "status = 'pending'" },
  ],
  readOnly: true,
  example: {
    endpointId: 'whe-01kdw5h80c0000000000000001',
    messageId: 'aud-01kdw5h80c0000000000000001',
    eventType: 'clients.updated',
    occurredAt: '2026-03-31T09:30:00.000Z',
    data: {
      id: 'cli-01kdw5h80c0000000000000001',
      collection: 'clients',
      version: 4,
      changedFields: ['email', 'tags'],
    },
    rowId: 'cli-01kdw5h80c0000000000000001',
    position: 1_204,
    status: 'pending',
    attempts: 2,
    nextAttemptAt: '2026-03-31T09:32:00.000Z',
    expiresAt: '2026-04-03T15:30:00.000Z',
    lastAttemptAt: '2026-03-31T09:30:30.000Z',
    lastStatusCode: 503,
    lastError: 'answered 503',
  },
});
