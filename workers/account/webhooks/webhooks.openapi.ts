import { webhookDeliveries } from '../../../schema/account/tables/webhook-deliveries.ts';
import { webhookEndpoints } from '../../../schema/account/tables/webhook-endpoints.ts';
import { describeWebhooks } from '../../webhooks/api/describe-webhooks.ts';

export const { collections, routes } = describeWebhooks({
  endpoints: webhookEndpoints,
  deliveries: webhookDeliveries,
  access: 'account:admin',
  sent: 'it is sent at once',
  messages:
    'From now on the address is sent a `POST` for every event it asks for: `{ type, timestamp, data }` with ids ' +
    'and the names of changed fields and no values. The headers `webhook-id`, `webhook-timestamp` and ' +
    '`webhook-signature` are those of Standard Webhooks. Messages of one row come in order; any of them may ' +
    'come twice, with the same `webhook-id`. Answer 2xx within ten seconds. A create that is repeated with its ' +
    '`Idempotency-Key` does not show the secret again. Refused (409) beyond the endpoints of the firm’s plan.',
  createProblems: [{ code: 'plan-limit-reached', status: 409 }],
});
