import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { count, line, list, oneOf, sha256 } from '../../model/fields.ts';

/** An action of an operator or of the factory on the registry. Triggers refuse every change and deletion of events. */
export const platformAuditEvents = defineTable({
  name: 'audit_events',
  collection: 'audit-events',
  tier: 'platform',
  idPrefix: 'aud',
  describes: 'What operators and the factory did, and when; events cannot be changed.',
  body: v.strictObject({}),
  serverFields: {
    /** OIDC `sub` of the operator or the person who signed up, or `system`. */
    actorId: line(255),
    action: oneOf([
      ...['create', 'update', 'delete', 'operate', 'sign-up'],
      // Of webhook endpoints: a secret replaced, messages sent again, a test sent, disabled after failures.
      ...['rotate', 'replay', 'test', 'disable'],
    ] as const),
    collection: line(60),
    rowId: line(30),
    before: v.optional(sha256()),
    after: v.optional(sha256()),
    /** Version of the row after a change, and the names of the fields that it changed. */
    rowVersion: v.optional(count()),
    changedFields: v.optional(list(line(60), 200)),
    requestId: v.optional(line(64)),
  },
  columns: [
    { name: 'actor_id', path: 'actorId', type: 'text', filters: ['eq'] },
    { name: 'action', path: 'action', type: 'text', filters: ['eq', 'in'] },
    { name: 'row_id', path: 'rowId', type: 'text', filters: ['eq'], narrowedBy: ['action'] },
  ],
  readOnly: true,
  appendOnly: true,
  example: {
    actorId: 'operator-1',
    action: 'operate',
    collection: 'accounts',
    rowId: 'acc-01kdw5h80c0000000000000005',
    after: '2'.repeat(64),
  },
});
