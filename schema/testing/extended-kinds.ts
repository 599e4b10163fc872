import * as v from 'valibot';
import { type OperationKindDefinition, operationKinds } from '../factory/operation-kinds.ts';
import { oneOf } from '../model/fields.ts';

/** A kind that the factory does not have: it takes an account out of service while it looks at it. */
const inspect: OperationKindDefinition = {
  describes: 'Looks at the account while nobody works with it.',
  command: 'inspect',
  input: { depth: v.pipe(oneOf(['quick', 'full']), v.description('How thoroughly.')) },
  needsConfirmation: false,
  priority: 'background',
  startableFrom: ['active'],
  changes: {
    accepted: { from: ['active'], to: 'suspended' },
    succeeded: { from: ['suspended'], to: 'active' },
  },
};

/** The factory's kinds and one more, as if it had been added to the table. */
export const extendedKinds = { ...operationKinds, inspect };
