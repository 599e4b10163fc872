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

/** The type of the event that an audit event is, or undefined when no row changed. */
export function toEventType(collection: string, action: string): string | undefined {
  const verb = VERBS[action];
  return verb === undefined ? undefined : `${collection}.${verb}`;
}
