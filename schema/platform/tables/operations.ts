import * as v from 'valibot';
import { anyOperationInput, operationKindNames, signUpKind } from '../../factory/operation-kinds.ts';
import { operationStep, reasonLengthMax, stepsMax } from '../../factory/operation-messages.ts';
import { operationStatuses } from '../../factory/operation-states.ts';
import { defineTable } from '../../model/define-table.ts';
import { count, id, instant, list, oneOf, text } from '../../model/fields.ts';

/**
 * An operation of the factory on one account, from the request to its end. A queued row is the outbox of the request.
 */
export const operations = defineTable({
  name: 'operations',
  collection: 'operations',
  tier: 'platform',
  idPrefix: 'op',
  describes: 'An operation of the factory on one account, step by step.',
  body: v.strictObject({
    kind: oneOf(operationKindNames),
    accountId: id('acc'),
    input: v.optional(anyOperationInput, {}),
  }),
  serverFields: {
    status: oneOf(operationStatuses),
    steps: list(operationStep, stepsMax),
    /** Calls to Cloudflare's API so far. */
    apiCalls: count(),
    /** Why it failed or stalled. */
    reason: v.optional(text(reasonLengthMax)),
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
  example: { kind: signUpKind, accountId: 'acc-01kdw5h80c0000000000000005', input: {} },
});
