import type { webhookVerbs } from '../../../schema/account/tables/webhook-endpoints.ts';

type Verb = (typeof webhookVerbs)[number];

/** Actions of the audit trail that change a row, and what webhooks call them. All others are nobody's event. */
const VERBS: Readonly<Record<string, Verb>> = {
  create: 'created',
  update: 'updated',
  'sign-in': 'updated',
  disable: 'updated',
  delete: 'deleted',
  upload: 'uploaded',
  erase: 'erased',
};

/** The type of a test message. No endpoint has to ask for it. */
export const TEST_EVENT_TYPE = 'webhooks.test';

/** The type of the event that an audit event is, or undefined when no row changed. */
export function toEventType(collection: string, action: string): string | undefined {
  const verb = VERBS[action];
  return verb === undefined ? undefined : `${collection}.${verb}`;
}

/** Whether an endpoint that asks for these types hears of an event. */
export function isAskedFor(asked: readonly string[], eventType: string): boolean {
  const [collection = ''] = eventType.split('.');
  return asked.some((type) => type === '*' || type === eventType || type === `${collection}.*`);
}
