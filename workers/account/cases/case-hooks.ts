import type { Change, CollectionHooks } from '../../http/collection/collection-options.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';

/** What is special about cases: the main client is not one of the further ones. */
export const caseHooks: CollectionHooks<AccountBindings> = { check: checkCase };

function checkCase({ after }: Change): Refusal | undefined {
  const further = after?.clientIds;
  if (Array.isArray(further) && further.includes(after?.clientId)) {
    const errors = [{ pointer: '#/clientIds', detail: 'names the main client again' }];
    return refuse({ kind: 'invalid_body', errors });
  }
  return undefined;
}
