import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { email, id, line, webAddress } from '../../model/fields.ts';
import { addresses, addressTexts, phones } from '../../model/people.ts';

/** A firm or body that the account deals with: an insurer, a solicitor, a care home, a local authority. */
export const contactCompanies = defineTable({
  name: 'contact_companies',
  collection: 'contact-companies',
  tier: 'account',
  idPrefix: 'cmp',
  describes: 'A firm or body that the account deals with.',
  body: v.strictObject({
    name: line(160),
    kind: v.optional(line(60), 'other'),
    /** Number at Companies House or another register. */
    registrationNumber: v.optional(line(40)),
    email: v.optional(email()),
    phones: v.optional(phones, []),
    website: v.optional(webAddress()),
    addresses: v.optional(addresses, []),
    /** The provider in the platform's marketplace. It is in another database, so its existence is not checked. */
    providerId: v.optional(id('prv')),
  }),
  columns: [
    { name: 'name', path: 'name', type: 'text', ignoreCase: true, folded: true, filters: ['eq', 'prefix'] },
    {
      name: 'kind',
      path: 'kind',
      type: 'text',
      ignoreCase: true,
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'name'],
    },
    { name: 'provider_id', path: 'providerId', type: 'text', filters: ['eq', 'in'] },
  ],
  sorts: ['name', 'kind,name'],
  search: {
    name: ['name'],
    reference: ['registrationNumber', 'email', 'phones[].number'],
    text: ['kind', ...addressTexts],
  },
  example: {
    name: 'Wensum Solicitors LLP',
    kind: 'solicitor',
    registrationNumber: 'OC399999',
    phones: [{ kind: 'work', number: '01632 960456' }],
    addresses: [
      { kind: 'registered', line1: '9 Elm Hill', town: 'Norwich', postcode: 'NR3 1HN', country: 'GB' },
    ],
  },
});
