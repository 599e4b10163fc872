import { platformEventTypes } from '../../../schema/platform/platform-events.ts';
import { platformWebhookDeliveries } from '../../../schema/platform/tables/webhook-deliveries.ts';
import { platformWebhookEndpoints } from '../../../schema/platform/tables/webhook-endpoints.ts';
import { describeWebhooks } from '../../webhooks/api/describe-webhooks.ts';

const types = platformEventTypes.map((type) => `\`${type}\``).join(', ');

export const { collections, routes } = describeWebhooks({
  endpoints: platformWebhookEndpoints,
  deliveries: platformWebhookDeliveries,
  access: 'operator',
  sent: 'it is sent within a minute',
  messages:
    `The address receives a \`POST\` for every event of these types from now on: ${types}. The body is ` +
    '`{ type, timestamp, data }` with ids, the status of the account and names of releases, and no personal data. The ' +
    'headers `webhook-id`, `webhook-timestamp` and `webhook-signature` are those of Standard Webhooks. Messages about ' +
    'one account are sent in order; any of them may be sent twice, with the same `webhook-id`. Respond with 2xx within ten ' +
    'seconds. ' +
    'A create that is repeated with its `Idempotency-Key` does not show the secret again.',
});
