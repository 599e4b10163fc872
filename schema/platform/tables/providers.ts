import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import {
  country,
  distinctList,
  email,
  line,
  list,
  oneOf,
  telephone,
  text,
  webAddress,
} from '../../model/fields.ts';

/** How to reach a provider. The kind decides the format of the value. */
const contactChannel = v.variant('kind', [
  v.strictObject({ kind: v.literal('email'), value: email(), purpose: v.optional(line(80)) }),
  v.strictObject({ kind: v.literal('phone'), value: telephone(), purpose: v.optional(line(80)) }),
  v.strictObject({ kind: v.literal('web'), value: webAddress(), purpose: v.optional(line(80)) }),
  v.strictObject({ kind: v.literal('post'), value: text(500), purpose: v.optional(line(80)) }),
]);

/** A business in the marketplace that firms place work with: an insurer, a pension provider, a platform. */
export const providers = defineTable({
  name: 'providers',
  collection: 'providers',
  tier: 'platform',
  idPrefix: 'prv',
  describes: 'A business in the marketplace that firms place work with.',
  body: v.strictObject({
    name: line(160),
    categories: v.optional(
      distinctList(oneOf(['insurer', 'pension', 'investment', 'platform', 'mortgage', 'care', 'other']), 7),
      [],
    ),
    /** Firm reference number at the regulator, e.g. the FCA's. */
    regulatorReference: v.optional(line(20)),
    contactChannels: v.optional(list(contactChannel, 20), []),
    status: v.optional(oneOf(['active', 'suspended', 'withdrawn']), 'active'),
    countries: v.optional(distinctList(country(), 250), ['GB']),
  }),
  columns: [
    { name: 'name', path: 'name', type: 'text', ignoreCase: true, filters: ['eq', 'prefix'] },
    { name: 'status', path: 'status', type: 'text', filters: ['eq', 'in'], sorts: ['createdAt', 'name'] },
    { name: 'regulator_reference', path: 'regulatorReference', type: 'text', filters: ['eq'] },
  ],
  sorts: ['name'],
  example: {
    name: 'Northgate Life',
    categories: ['insurer', 'pension'],
    regulatorReference: '999001',
    contactChannels: [{ kind: 'email', value: 'advisers@northgate.example', purpose: 'New business' }],
    status: 'active',
    countries: ['GB'],
  },
});
