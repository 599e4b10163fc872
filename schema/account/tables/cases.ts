import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { date, distinctList, id, instant, line, oneOf, pence } from '../../model/fields.ts';

/** A piece of work for a client: a pension transfer, a claim, a care plan. */
export const cases = defineTable({
  name: 'cases',
  collection: 'cases',
  tier: 'account',
  idPrefix: 'cas',
  describes: 'A piece of work for one client, or for several together.',
  body: v.strictObject({
    reference: v.optional(line(40)),
    /** Main client. */
    clientId: id('cli'),
    /** Further clients, e.g. the other half of a couple. */
    clientIds: v.optional(distinctList(id('cli'), 20), []),
    type: v.optional(line(60), 'general'),
    status: v.optional(oneOf(['open', 'waiting', 'closed']), 'open'),
    ownerId: v.optional(id('usr')),
    /** The provider in the platform's marketplace. It is in another database, so its existence is not checked. */
    providerId: v.optional(id('prv')),
    title: line(200),
    openedAt: v.optional(instant()),
    dueOn: v.optional(date()),
    closedAt: v.optional(instant()),
    valuePence: v.optional(pence()),
  }),
  columns: [
    { name: 'reference', path: 'reference', type: 'text', ignoreCase: true, filters: ['eq', 'prefix'] },
    {
      name: 'client_id',
      path: 'clientId',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'updatedAt'],
      narrowedBy: ['status', 'type'],
    },
    { name: 'type', path: 'type', type: 'text', ignoreCase: true, filters: ['eq', 'in'] },
    {
      name: 'status',
      path: 'status',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'updatedAt', 'dueOn'],
    },
    {
      name: 'owner_id',
      path: 'ownerId',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'dueOn'],
      narrowedBy: ['status', 'type'],
    },
    { name: 'provider_id', path: 'providerId', type: 'text', filters: ['eq', 'in'] },
    { name: 'opened_at', path: 'openedAt', type: 'text', filters: ['gte', 'lte'] },
    { name: 'due_on', path: 'dueOn', type: 'text', absent: '~', filters: ['eq', 'gte', 'lte'] },
    { name: 'closed_at', path: 'closedAt', type: 'text', filters: ['gte', 'lte'] },
  ],
  indexes: [{ unique: ['reference'], where: 'reference IS NOT NULL' }],
  sorts: ['dueOn', 'status,dueOn'],
  states: {
    field: 'status',
    // A closed case must be reopened before it can wait.
    transitions: { open: ['waiting', 'closed'], waiting: ['open', 'closed'], closed: ['open'] },
  },
  references: { clientId: 'clients', clientIds: 'clients', ownerId: 'users' },
  search: { name: ['title'], reference: ['reference'], text: ['type'] },
  example: {
    reference: 'C-2026-0117',
    clientId: 'cli-01kdw5h80c0000000000000001',
    type: 'pension transfer',
    status: 'open',
    title: 'Transfer of the works pension',
    openedAt: '2026-01-12T09:30:00.000Z',
    dueOn: '2026-04-30',
    valuePence: 18_450_000,
  },
});
