import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { count, line, list } from '../../model/fields.ts';
import { deliveryColumns, deliveryFields, deliveryIndexes } from '../../webhooks/delivery-model.ts';

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
  serverFields: deliveryFields(
    // The row, and the names of the changed fields. It never holds values.
    v.strictObject({
      id: line(30),
      collection: line(60),
      version: v.optional(count()),
      changedFields: v.optional(list(line(60), 200)),
    }),
  ),
  columns: deliveryColumns,
  indexes: deliveryIndexes,
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
