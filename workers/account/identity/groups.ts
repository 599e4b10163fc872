import { seedGroupIds } from '../../../schema/account/seed.ts';
import { accountPermissions } from '../../../schema/model/permissions.ts';
import type { Change, CollectionHooks } from '../../http/collection/collection-options.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { ownsRightsOfGroup } from './granted-rights.ts';

/**
 * Hooks of groups: their permissions must exist, and the group Administrators cannot lose `account:admin` or be
 * deleted.
 */
export const groupHooks: CollectionHooks<AccountBindings> = {
  check: (change) => keepAdministrators(change) ?? checkPermissions(change),
  preconditions: ownsRightsOfGroup,
};

/**
 * Refuses a permission that this release does not know, such as a misspelt one. A permission that the group already has
 * is kept: a newer release that was rolled back may have added it.
 */
function checkPermissions({ before, after }: Change): Refusal | undefined {
  const earlier = listOf(before?.fields.permissions);
  const errors = listOf(after?.permissions).flatMap((permission, index) =>
    earlier.includes(permission) || accountPermissions.includes(String(permission))
      ? []
      : [
          {
            pointer: `#/permissions/${index}`,
            detail: `is not a permission: ${accountPermissions.join(', ')}`,
          },
        ],
  );
  return errors.length === 0 ? undefined : refuse({ kind: 'invalid_body', errors });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function keepAdministrators({ id, after }: Change): Refusal | undefined {
  if (id !== seedGroupIds.administrators) return undefined;
  const permissions = after?.permissions;
  if (Array.isArray(permissions) && permissions.includes('account:admin')) return undefined;
  return refuse({
    kind: 'conflict',
    detail:
      'The group Administrators keeps the permission account:admin, so that the account can always be managed.',
  });
}
