import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { atMost } from '../../model/fields.ts';
import { endpointBody, endpointColumns, endpointServerFields } from '../../webhooks/endpoint-model.ts';

/** Changes to a row, as the second half of an event type. */
export const webhookVerbs = ['created', 'updated', 'deleted', 'uploaded', 'erased'] as const;

const eventTypePattern = new RegExp(`^(?:\\*|[a-z]+(?:-[a-z]+)*\\.(?:\\*|${webhookVerbs.join('|')}))$`);

/** `clients.created`, `clients.*` for every change to clients, or `*` for everything. */
const eventType = v.pipe(
  v.string(),
  atMost(60),
  v.regex(
    eventTypePattern,
    `must be *, <collection>.* or <collection>. and one of ${webhookVerbs.join(', ')}`,
  ),
);

/** An address of the firm's own systems that receives events about rows, by Standard Webhooks. Its secrets are stored separately. */
export const webhookEndpoints = defineTable({
  name: 'webhook_endpoints',
  collection: 'webhook-endpoints',
  tier: 'account',
  idPrefix: 'whe',
  describes: 'An address that receives events about the account’s rows.',
  body: endpointBody(eventType),
  serverFields: endpointServerFields,
  columns: endpointColumns,
  example: {
    url: 'https://crm.harbourvale.example/hooks/freehold',
    description: 'Keeps the mailing list up to date',
    eventTypes: ['clients.*', 'cases.created'],
    status: 'enabled',
  },
});
