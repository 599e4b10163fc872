import * as v from 'valibot';
import { defineTable } from '../../define-table.ts';
import { date, distinctList, email, id, line, oneOf, text } from '../../fields.ts';
import { addresses, nationalInsuranceNumber, phones } from '../../people.ts';

/** A person the firm looks after. */
export const clients = defineTable({
  name: 'clients',
  collection: 'clients',
  tier: 'account',
  idPrefix: 'cli',
  describes: 'A person the firm looks after.',
  body: v.strictObject({
    reference: v.optional(line(40)),
    status: v.optional(oneOf(['prospect', 'active', 'dormant', 'archived']), 'prospect'),
    title: v.optional(line(30)),
    firstName: v.optional(line(80)),
    lastName: line(80),
    dateOfBirth: v.optional(date()),
    email: v.optional(email()),
    phones: v.optional(phones, []),
    addresses: v.optional(addresses, []),
    nationalInsuranceNumber: v.optional(nationalInsuranceNumber()),
    adviserId: v.optional(id('usr')),
    vulnerabilityNote: v.optional(text(4_000)),
    tags: v.optional(distinctList(line(40), 50), []),
  }),
  columns: [
    { name: 'reference', path: 'reference', type: 'text', ignoreCase: true, filters: ['eq', 'prefix'] },
    {
      name: 'status',
      path: 'status',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'updatedAt', 'lastName'],
    },
    { name: 'last_name', path: 'lastName', type: 'text', ignoreCase: true, filters: ['eq', 'prefix'] },
    { name: 'date_of_birth', path: 'dateOfBirth', type: 'text', filters: ['eq', 'gte', 'lte'] },
    { name: 'email', path: 'email', type: 'text', ignoreCase: true, filters: ['eq'] },
    {
      name: 'adviser_id',
      path: 'adviserId',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'updatedAt', 'lastName'],
    },
    {
      name: 'postcode',
      path: 'addresses[0].postcode',
      field: 'postcode',
      type: 'text',
      ignoreCase: true,
      filters: ['eq', 'prefix'],
    },
  ],
  indexes: [{ unique: ['reference'], where: 'reference IS NOT NULL' }],
  sorts: ['lastName'],
  references: { adviserId: 'users' },
  search: {
    name: ['firstName', 'lastName'],
    reference: ['reference', 'email', 'phones[].number'],
    text: ['addresses[].town', 'addresses[].postcode', 'tags[]'],
  },
  sensitive: ['nationalInsuranceNumber', 'vulnerabilityNote'],
  example: {
    reference: 'HV-00042',
    status: 'active',
    title: 'Mrs',
    firstName: 'Margaret',
    lastName: 'Holloway',
    dateOfBirth: '1951-06-14',
    email: 'margaret.holloway@post.example',
    phones: [{ kind: 'mobile', number: '+44 7700 900123' }],
    addresses: [{ kind: 'home', line1: '4 Quayside', town: 'Norwich', postcode: 'NR1 3QT', country: 'GB' }],
    vulnerabilityNote: 'Prefers large print.',
    tags: ['pension', 'annual review'],
  },
});
