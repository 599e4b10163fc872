import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { atMost, distinctList, instant, line, oneOf, text } from '../../model/fields.ts';

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

/** Loopback hosts, the only ones that may be addressed without encryption. */
export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

function endpointAddress() {
  return v.pipe(
    v.string(),
    atMost(500),
    v.check((value) => {
      const url = URL.canParse(value) ? new URL(value) : undefined;
      if (url === undefined || url.username !== '' || url.password !== '' || url.hash !== '') return false;
      return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname));
    }, 'must be an https:// address without a name, password or fragment'),
  );
}

/** An address of the firm's own systems that receives events about rows, by Standard Webhooks. Its secrets are stored separately. */
export const webhookEndpoints = defineTable({
  name: 'webhook_endpoints',
  collection: 'webhook-endpoints',
  tier: 'account',
  idPrefix: 'whe',
  describes: 'An address that receives events about the account’s rows.',
  body: v.strictObject({
    url: endpointAddress(),
    description: v.optional(text(500)),
    eventTypes: v.pipe(distinctList(eventType, 50), v.minLength(1, 'must name at least one event type')),
    status: v.optional(oneOf(['enabled', 'disabled']), 'enabled'),
  }),
  serverFields: {
    /** Why the account disabled the endpoint after days of failures; absent while it is enabled. */
    disabledReason: v.optional(line(300)),
    disabledAt: v.optional(instant()),
  },
  columns: [{ name: 'status', path: 'status', type: 'text', filters: ['eq'] }],
  example: {
    url: 'https://crm.harbourvale.example/hooks/freehold',
    description: 'Keeps the mailing list up to date',
    eventTypes: ['clients.*', 'cases.created'],
    status: 'enabled',
  },
});
