import { seedGroupIds } from '../../../schema/account/seed.ts';
import { accountPermissions } from '../../../schema/model/permissions.ts';
import type { Change, CollectionHooks } from '../../http/collection/collection-options.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { ownsRightsOfGroup } from './granted-rights.ts';

/**
 * What is special about groups: they are given rights that exist, and the one that administers the account cannot lose
 * that right or be deleted.
 */
export const groupHooks: CollectionHooks<AccountBindings> = {
  check: (change) => keepAdministrators(change) ?? checkPermissions(change),
  preconditions: ownsRightsOfGroup,
};

/**
 * Refuses a right that this release does not know, which is a slip of the pen. One that the group has already stays:
 * a newer release, whose code was rolled back, may have given it.
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
      'The group Administrators keeps the permission account:admin, so that somebody can always manage the account.',
  });
}
