import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { id, line } from '../../model/fields.ts';

/** The many-to-many relation between dependants and clients. */
export const clientDependantClients = defineTable({
  name: 'client_dependant_clients',
  collection: 'client-dependant-clients',
  tier: 'account',
  idPrefix: 'dcl',
  describes: 'The relation between a dependant and a client.',
  body: v.strictObject({
    clientId: id('cli'),
    dependantId: id('dep'),
    relationship: v.optional(line(60)),
  }),
  columns: [
    { name: 'client_id', path: 'clientId', type: 'text', filters: ['eq', 'in'] },
    { name: 'dependant_id', path: 'dependantId', type: 'text', filters: ['eq', 'in'] },
  ],
  indexes: [{ unique: ['client_id', 'dependant_id'] }],
  references: { clientId: 'clients', dependantId: 'client-dependants' },
  example: {
    clientId: 'cli-01kdw5h80c0000000000000001',
    dependantId: 'dep-01kdw5h80c0000000000000002',
    relationship: 'grandson',
  },
});
