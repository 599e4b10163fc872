import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { count, line, list, oneOf, sha256 } from '../../model/fields.ts';
import { limits } from '../../model/limits.ts';

/**
 * Who did what to which row, and when (`createdAt`). Holds ids and digests but no personal data,
 * so an erasure does not need to touch it. Triggers refuse every change and removal.
 */
export const auditEvents = defineTable({
  name: 'audit_events',
  collection: 'audit-events',
  tier: 'account',
  idPrefix: 'aud',
  describes: 'Who did what to which row, and when; events cannot be changed.',
  body: v.strictObject({}),
  serverFields: {
    /** Id of the user, or `system`. */
    actorId: line(255),
    action: oneOf([
      'create',
      'update',
      'delete',
      'read',
      'upload',
      'download',
      'purge',
      'sign-in',
      'export',
      'erase',
      'rebuild',
      'rotate',
      'replay',
      'test',
      'disable',
      // The platform wrote the account's standing.
      'set',
    ]),
    /** Collection of the row. */
    collection: line(60),
    rowId: line(30),
    /** The rows of an event about several rows; `rowId` is then `*`. */
    rowIds: v.optional(list(line(30), limits.listLimitMax + 1)),
    /** sha256 of the row's body before and after; absent when the row did not exist then. */
    before: v.optional(sha256()),
    after: v.optional(sha256()),
    /** Version of the row after a change, and the names of the changed fields except sensitive ones. */
    rowVersion: v.optional(count()),
    changedFields: v.optional(list(line(60), 200)),
    /** Ties the event to the request and its log lines. */
    requestId: v.optional(line(64)),
  },
  columns: [
    { name: 'actor_id', path: 'actorId', type: 'text', filters: ['eq'] },
    { name: 'action', path: 'action', type: 'text', filters: ['eq', 'in'] },
    { name: 'collection', path: 'collection', type: 'text', filters: ['eq', 'in'] },
    { name: 'row_id', path: 'rowId', type: 'text', filters: ['eq'], narrowedBy: ['action'] },
  ],
  readOnly: true,
  appendOnly: true,
  example: {
    actorId: 'usr-01kdw5h80c0000000000000004',
    action: 'update',
    collection: 'clients',
    rowId: 'cli-01kdw5h80c0000000000000001',
    before: '0'.repeat(64),
    after: '1'.repeat(64),
  },
});
