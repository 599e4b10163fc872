import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { date, line } from '../../model/fields.ts';

/** Someone who depends on a client: a child, a partner, a parent in care. `client_dependant_clients` links them to clients. */
export const clientDependants = defineTable({
  name: 'client_dependants',
  collection: 'client-dependants',
  tier: 'account',
  idPrefix: 'dep',
  describes: 'Someone who depends on one or more clients.',
  body: v.strictObject({
    firstName: v.optional(line(80)),
    lastName: line(80),
    dateOfBirth: v.optional(date()),
    financiallyDependent: v.optional(v.boolean(), true),
    /** Last day on which the person is expected to depend on the client. */
    until: v.optional(date()),
  }),
  columns: [
    {
      name: 'last_name',
      path: 'lastName',
      type: 'text',
      ignoreCase: true,
      folded: true,
      filters: ['eq', 'prefix'],
    },
    {
      name: 'date_of_birth',
      path: 'dateOfBirth',
      type: 'text',
      filters: ['eq', 'gte', 'lte'],
      narrowedBy: ['lastName'],
    },
  ],
  sorts: ['lastName'],
  example: {
    firstName: 'Tom',
    lastName: 'Holloway',
    dateOfBirth: '2011-09-02',
    financiallyDependent: true,
    until: '2032-07-31',
  },
});
