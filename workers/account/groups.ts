import { seedGroupIds } from '../../schema/account/seed.ts';
import type { Change, CollectionHooks } from '../http/collection/collection-options.ts';
import { type Refusal, refuse } from '../http/refusal.ts';
import type { AccountBindings } from './bindings.ts';
import { ownsRightsOfGroup } from './granted-rights.ts';

/** What is special about groups: the one that administers the account cannot lose that right or be deleted. */
export const groupHooks: CollectionHooks<AccountBindings> = {
  check: keepAdministrators,
  preconditions: ownsRightsOfGroup,
};

function keepAdministrators({ id, after }: Change): Refusal | undefined {
  if (id !== seedGroupIds.administrators) return undefined;
  const permissions = after?.permissions;
  if (Array.isArray(permissions) && permissions.includes('account:admin')) return undefined;
  return refuse({
    kind: 'conflict',
    detail:
      'The group Administrators keeps the permission account:admin, so that somebody can always manage the account.',
  });
}
