import { webhookDeliveries } from '../../../schema/account/tables/webhook-deliveries.ts';
import { webhookEndpoints } from '../../../schema/account/tables/webhook-endpoints.ts';
import { describeWebhooks } from '../../webhooks/api/describe-webhooks.ts';

export const { collections, routes } = describeWebhooks({
  endpoints: webhookEndpoints,
  deliveries: webhookDeliveries,
  access: 'account:admin',
  sent: 'it is sent at once',
  messages:
    'The address receives a `POST` for every event of these types from now on: `{ type, timestamp, data }` with ids ' +
    'and the names of changed fields, without values. The headers `webhook-id`, `webhook-timestamp` and ' +
    '`webhook-signature` are those of Standard Webhooks. Messages about one row are sent in order; any ' +
    'of them may be sent twice, with the same `webhook-id`. Respond with 2xx within ten seconds. A create that is ' +
    'repeated with its `Idempotency-Key` does not show the secret again. Refused (409) beyond the number of endpoints ' +
    'in the firm’s plan.',
  createProblems: [{ code: 'plan-limit-reached', status: 409 }],
});
