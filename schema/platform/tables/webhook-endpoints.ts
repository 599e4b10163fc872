import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { distinctList, line, oneOf, text, webAddress } from '../../model/fields.ts';

/** Where the operator's own systems hear of what happens to accounts, by Standard Webhooks. */
export const platformWebhookEndpoints = defineTable({
  name: 'webhook_endpoints',
  collection: 'webhook-endpoints',
  tier: 'platform',
  idPrefix: 'whe',
  describes: 'An address that is told what happens to accounts.',
  body: v.strictObject({
    url: webAddress(),
    description: v.optional(text(500)),
    /** Kinds of event to send, e.g. `account.active`; empty for all. */
    events: v.optional(distinctList(line(60), 50), []),
    status: v.optional(oneOf(['enabled', 'disabled']), 'enabled'),
  }),
  serverFields: {
    /** Secret that signs the messages, `whsec_…`; shown once, at creation. */
    secret: v.optional(line(120)),
  },
  columns: [{ name: 'status', path: 'status', type: 'text', filters: ['eq'] }],
  sensitive: ['secret'],
  example: {
    url: 'https://crm.operator.example/hooks/freehold',
    description: 'Billing',
    events: ['account.active', 'account.offboarded'],
    status: 'enabled',
  },
});
