import { sql } from 'kysely';
import { platformWebhookDeliveries } from '../../../schema/platform/tables/webhook-deliveries.ts';
import { platformWebhookEndpoints } from '../../../schema/platform/tables/webhook-endpoints.ts';
import { platformTables } from '../../../schema/platform/tables.ts';
import type { EventSource, WebhookEvent, WebhookSetup } from '../../webhooks/webhook-setup.ts';
import { operatorsOnly } from '../accounts/operator-access.ts';
import type { PlatformBindings } from '../bindings.ts';

/** The table that triggers write events to, in the transaction of each change; see `schema/platform/webhook-events.ts`. */
const platformEvents: EventSource = {
  table: 'webhook_events',
  positionBefore: (sinceMs) => sql<number | null>`(select min(position) - 1 from webhook_events
      where occurred_at >= ${new Date(sinceMs).toISOString()})`,
  toEvent: ({ body }) => JSON.parse(body) as WebhookEvent,
};

/** Webhooks of the platform: the operator's own systems receive what happens to accounts and releases. */
export const platformWebhooks: WebhookSetup<PlatformBindings> = {
  endpoints: platformWebhookEndpoints,
  deliveries: platformWebhookDeliveries,
  tables: platformTables,
  authorize: operatorsOnly,
  accountId: () => undefined,
  events: platformEvents,
  // The model lists them.
  isKnownEventType: () => true,
  unknownEventType: 'is not an event of the platform',
};
