import * as v from 'valibot';
import { type OperationKindDefinition, operationKinds } from '../factory/operation-kinds.ts';
import { oneOf } from '../model/fields.ts';

/** A kind that the factory does not have: it takes an account out of service during an inspection. */
const inspect: OperationKindDefinition = {
  describes: 'Inspects the account while it is out of use.',
  command: 'inspect',
  input: { depth: v.pipe(oneOf(['quick', 'full']), v.description('Depth of the inspection.')) },
  needsConfirmation: false,
  priority: 'background',
  startableFrom: ['active'],
  changes: {
    accepted: { from: ['active'], to: 'suspended' },
    succeeded: { from: ['suspended'], to: 'active' },
  },
};

/** The factory's kinds and one more, as if it were an entry of the table. */
export const extendedKinds = { ...operationKinds, inspect };
