import { type Expression, type SqlBool, sql } from 'kysely';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import type { Change } from '../../http/collection/collection-options.ts';
import type { Precondition } from '../../http/collection/precondition.ts';
import type { Fields } from '../../http/collection/rows.ts';

/**
 * Precondition of a change to a user: another active administrator remains, unless this user stays one or never was
 * one. Checked in the transaction, so that two administrators cannot remove each other at the same moment.
 */
export function anAdministratorRemains(change: Change): readonly Precondition[] {
  const wasOne = change.before !== undefined && isActiveAdministrator(change.before.fields);
  const staysOne = change.after !== undefined && isActiveAdministrator(change.after);
  if (!wasOne || staysOne) return [];
  return [
    {
      holds: otherAdministratorExists(change.id),
      otherwise: {
        kind: 'conflict',
        detail: 'This is the last active administrator of the account; make another user one first.',
      },
    },
  ];
}

function isActiveAdministrator({ status, groupIds }: Fields): boolean {
  return status === 'active' && Array.isArray(groupIds) && groupIds.includes(seedGroupIds.administrators);
}

function otherAdministratorExists(id: string): Expression<SqlBool> {
  // The plus makes SQLite start with the group, which has few members, while nearly every user is active.
  return sql<SqlBool>`exists (select 1 from users_group_ids as membership join users on users.id = membership.row_id
    where membership.named_id = ${seedGroupIds.administrators} and users.id <> ${id} and +users.status = 'active')`;
}
