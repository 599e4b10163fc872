import type { Change, CollectionHooks } from '../../http/collection/collection-options.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { planAllowsUser } from '../lifecycle/plan-limits.ts';
import { anAdministratorRemains } from './administrators.ts';
import { ownsRightsOfUser } from './granted-rights.ts';

/** Hooks of users: they become active by signing in, one administrator always remains, and the plan has a limit. */
export const userHooks: CollectionHooks<AccountBindings> = {
  check: checkStatus,
  preconditions: (change, access) => [
    ...ownsRightsOfUser(change, access),
    ...anAdministratorRemains(change),
    ...(takesPlace(change) ? [planAllowsUser] : []),
  ],
};

/** Whether a change adds a user that the plan counts: a new one, or a disabled one that is enabled again. */
function takesPlace({ before, after }: Change): boolean {
  const hadPlace = before !== undefined && before.fields.status !== 'disabled';
  return after !== undefined && after.status !== 'disabled' && !hadPlace;
}

/** A user is `invited` until they first sign in. Only that sign-in makes them active. */
function checkStatus({ action, after }: Change): Refusal | undefined {
  if (after === undefined) return undefined;
  if (action === 'create' && after.status !== 'invited') return refuseStatus('is invited for a new user');
  const hasSignedIn = after.subject !== undefined;
  if (after.status === 'active' && !hasSignedIn)
    return refuseStatus('is active only after the first sign-in; use invited');
  if (after.status === 'invited' && hasSignedIn)
    return refuseStatus('is invited only before the first sign-in');
  return undefined;
}

function refuseStatus(detail: string): Refusal {
  return refuse({ kind: 'invalid_body', errors: [{ pointer: '#/status', detail }] });
}
