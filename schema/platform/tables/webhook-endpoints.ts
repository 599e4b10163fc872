import { defineTable } from '../../model/define-table.ts';
import { oneOf } from '../../model/fields.ts';
import { endpointBody, endpointColumns, endpointServerFields } from '../../webhooks/endpoint-model.ts';
import { platformEventFilters } from '../platform-events.ts';

/** An address of the operator's own systems that receives events about accounts and releases, by Standard Webhooks. */
export const platformWebhookEndpoints = defineTable({
  name: 'webhook_endpoints',
  collection: 'webhook-endpoints',
  tier: 'platform',
  idPrefix: 'whe',
  describes: 'An address that receives events about accounts and releases.',
  body: endpointBody(oneOf(platformEventFilters)),
  serverFields: endpointServerFields,
  columns: endpointColumns,
  example: {
    url: 'https://crm.operator.example/hooks/freehold',
    description: 'Billing',
    eventTypes: ['account.provisioned', 'account.offboarded'],
    status: 'enabled',
  },
});
