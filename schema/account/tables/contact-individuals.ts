import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { email, id, line } from '../../model/fields.ts';
import { phones } from '../../model/people.ts';

/** A person who is not a client: someone at a provider, a solicitor, a neighbour with a key. */
export const contactIndividuals = defineTable({
  name: 'contact_individuals',
  collection: 'contact-individuals',
  tier: 'account',
  idPrefix: 'ind',
  describes: 'A person the firm deals with who is not a client.',
  body: v.strictObject({
    firstName: v.optional(line(80)),
    lastName: line(80),
    email: v.optional(email()),
    companyId: v.optional(id('cmp')),
    role: v.optional(line(120)),
    phones: v.optional(phones, []),
  }),
  columns: [
    {
      name: 'last_name',
      path: 'lastName',
      type: 'text',
      ignoreCase: true,
      folded: true,
      filters: ['eq', 'prefix'],
      sorts: ['createdAt', 'firstName'],
    },
    { name: 'first_name', path: 'firstName', type: 'text', ignoreCase: true, folded: true, absent: '' },
    { name: 'email', path: 'email', type: 'text', ignoreCase: true, filters: ['eq'] },
    {
      name: 'company_id',
      path: 'companyId',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'lastName'],
    },
  ],
  sorts: ['lastName', 'lastName,firstName'],
  references: { companyId: 'contact-companies' },
  search: { name: ['firstName', 'lastName'], reference: ['email', 'phones[].number'], text: ['role'] },
  example: {
    firstName: 'Priya',
    lastName: 'Nair',
    email: 'priya.nair@wensum.example',
    role: 'Private client solicitor',
    phones: [{ kind: 'work', number: '01632 960457' }],
  },
});
