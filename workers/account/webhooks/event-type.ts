import type { webhookVerbs } from '../../../schema/account/tables/webhook-endpoints.ts';

type Verb = (typeof webhookVerbs)[number];

/** Actions of the audit trail that change a row, and their names in event types. Other actions are not events. */
const VERBS: Readonly<Record<string, Verb>> = {
  create: 'created',
  update: 'updated',
  'sign-in': 'updated',
  disable: 'updated',
  delete: 'deleted',
  upload: 'uploaded',
  erase: 'erased',
};

/** The event type of an audit event, or undefined when no row changed. */
export function toEventType(collection: string, action: string): string | undefined {
  const verb = VERBS[action];
  return verb === undefined ? undefined : `${collection}.${verb}`;
}
