import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { count, id, instant, line, list, oneOf, text } from '../../model/fields.ts';

/** One line of an operation's timeline: a resource, or a stage before or after them. */
const operationStep = v.strictObject({
  name: line(120),
  status: oneOf(['pending', 'running', 'succeeded', 'failed', 'unchanged']),
  startedAt: v.optional(v.nullable(instant())),
  endedAt: v.optional(v.nullable(instant())),
  detail: v.optional(text(1_000)),
});

/** What the factory does to one account, from the request to its end. A queued row is the outbox of the request. */
export const operations = defineTable({
  name: 'operations',
  collection: 'operations',
  tier: 'platform',
  idPrefix: 'op',
  describes: 'What the factory does to one account, step by step.',
  body: v.strictObject({
    kind: oneOf(['provision', 'upgrade', 'refresh', 'offboard']),
    accountId: id('acc'),
    input: v.optional(v.strictObject({ confirm: v.optional(line(63)) }), {}),
  }),
  serverFields: {
    status: oneOf(['queued', 'running', 'succeeded', 'failed', 'stalled']),
    steps: list(operationStep, 100),
    /** Calls to Cloudflare's API so far. */
    apiCalls: count(),
    /** Why it failed or stalled. */
    reason: v.optional(text(4_000)),
    /** Counts the reports of the automation service; an older one is ignored. */
    revision: count(),
    /** When the automation service last accepted it. */
    dispatchedAt: v.optional(instant()),
  },
  columns: [
    {
      name: 'account_id',
      path: 'accountId',
      type: 'text',
      filters: ['eq'],
      sorts: ['createdAt', 'updatedAt'],
      narrowedBy: ['kind', 'status'],
    },
    { name: 'kind', path: 'kind', type: 'text', filters: ['eq', 'in'] },
    {
      name: 'status',
      path: 'status',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'updatedAt'],
    },
  ],
  references: { accountId: 'accounts' },
  readOnly: true,
  example: { kind: 'provision', accountId: 'acc-01kdw5h80c0000000000000005', input: {} },
});
