import type { Change, CollectionHooks } from '../../http/collection/collection-options.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';

/** Hooks of cases: the main client must not be listed among the further clients. */
export const caseHooks: CollectionHooks<AccountBindings> = { check: checkCase };

function checkCase({ after }: Change): Refusal | undefined {
  const further = after?.clientIds;
  if (Array.isArray(further) && further.includes(after?.clientId)) {
    const errors = [{ pointer: '#/clientIds', detail: 'contains the main client' }];
    return refuse({ kind: 'invalid_body', errors });
  }
  return undefined;
}
