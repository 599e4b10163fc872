import * as v from 'valibot';
import { accountStatuses } from '../../factory/account-states.ts';
import { releaseNameLength } from '../../factory/names.ts';
import { defineTable } from '../../model/define-table.ts';
import { count, line, oneOf } from '../../model/fields.ts';
import { deliveryColumns, deliveryFields, deliveryIndexes } from '../../webhooks/delivery-model.ts';

/** The delivery of one event to one endpoint; see the accounts' table of the same name. */
export const platformWebhookDeliveries = defineTable({
  name: 'webhook_deliveries',
  collection: 'webhook-deliveries',
  tier: 'platform',
  idPrefix: 'whd',
  describes: 'The delivery of one event to one webhook endpoint, and its state.',
  body: v.strictObject({}),
  serverFields: deliveryFields(
    v.strictObject({
      /** The account or the release. */
      id: line(30),
      collection: line(60),
      version: v.optional(count()),
      /** Status of the account after the change. */
      status: v.optional(oneOf(accountStatuses)),
      /** Name of the release: the account's, or the new one. */
      release: v.optional(line(releaseNameLength)),
      /** The account's release before an upgrade. */
      previousRelease: v.optional(line(releaseNameLength)),
    }),
  ),
  columns: deliveryColumns,
  indexes: deliveryIndexes,
  readOnly: true,
  example: {
    endpointId: 'whe-01kdw5h80c0000000000000001',
    messageId: 'evt-4f1c0a9e2b7d6358c1e0f49a72',
    eventType: 'account.upgraded',
    occurredAt: '2026-03-31T09:30:00.000Z',
    data: {
      id: 'acc-01kdw5h80c0000000000000001',
      collection: 'accounts',
      version: 7,
      status: 'active',
      release: '0123456789abcdef',
      previousRelease: 'fedcba9876543210',
    },
    rowId: 'acc-01kdw5h80c0000000000000001',
    position: 1_204,
    status: 'delivered',
    attempts: 1,
    expiresAt: '2026-04-03T21:30:00.000Z',
    lastAttemptAt: '2026-03-31T09:30:30.000Z',
    lastStatusCode: 204,
    deliveredAt: '2026-03-31T09:30:30.000Z',
  },
});
