import { sql } from 'kysely';
import { webhookDeliveries } from '../../../schema/account/tables/webhook-deliveries.ts';
import { webhookEndpoints } from '../../../schema/account/tables/webhook-endpoints.ts';
import { accountTables } from '../../../schema/account/tables.ts';
import { idsFrom } from '../../../schema/model/ids.ts';
import type { EventSource, WebhookSetup } from '../../webhooks/webhook-setup.ts';
import type { AccountBindings } from '../bindings.ts';
import { authorizeVerb } from '../identity/authorize.ts';
import { planAllowsEndpoint } from '../lifecycle/plan-limits.ts';
import { askForCall } from '../maintenance/follow-writes.ts';
import { toEventType } from './event-type.ts';

/** The audit trail: each change writes its event there in its own transaction. */
const auditTrail: EventSource = {
  table: 'audit_events',
  // Ids begin with the start time of their request, and requests overtake each other on their way to the database:
  // among the first events since the instant, the one that was committed first is where the replay begins.
  positionBefore: (sinceMs) => sql<number | null>`(select min(position) - 1 from (
      select rowid as position from audit_events where id >= ${idsFrom('aud', sinceMs)} order by id limit 1000))`,
  toEvent: ({ body }) => {
    const { action, collection, rowId, rowVersion, changedFields, createdAt } = JSON.parse(body) as Record<
      string,
      unknown
    >;
    const type = toEventType(String(collection), String(action));
    if (type === undefined) return undefined;
    const data = {
      id: rowId,
      collection,
      ...(rowVersion === undefined ? {} : { version: rowVersion }),
      ...(changedFields === undefined ? {} : { changedFields }),
    };
    return { type, occurredAt: String(createdAt), rowId: String(rowId), data };
  },
};

/** Webhooks of an account: a firm's own systems receive the changes of its rows. */
export const accountWebhooks: WebhookSetup<AccountBindings> = {
  endpoints: webhookEndpoints,
  deliveries: webhookDeliveries,
  tables: accountTables,
  authorize: authorizeVerb,
  accountId: (bindings) => bindings.ACCOUNT_ID,
  events: auditTrail,
  isKnownEventType: (eventType) => {
    const [collection] = eventType.split('.');
    return eventType === '*' || accountTables.some((table) => table.collection === collection);
  },
  unknownEventType: 'names no collection of this account',
  preconditions: ({ action }) => (action === 'create' ? [planAllowsEndpoint] : []),
  sendSoon: ({ answerHeaders }) => askForCall(answerHeaders),
};
