import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import type { AccountDatabase } from '../../../schema/model/kysely-types.ts';
import { createQueryBuilder } from '../../http/database/query-builder.ts';

/** Compiles queries over an account's tables. */
export const accountBuilder = createQueryBuilder<AccountDatabase>();

/** A user as the question "may they?" sees them. */
export interface Standing {
  readonly id: string;
  readonly status: string;
  /** JSON text of the whole row. */
  readonly body: string;
  /** JSON text of an array: the permissions of all their groups. */
  readonly permissions: string;
}

/** Query for the user with this `sub`; no row when the database does not know them. */
export function standingQuery(subject: string): CompiledQuery<Standing> {
  return sql<Standing>`select users.id, users.status, users.body,
      (select json_group_array(distinct permission.value) from ${permissionsOf()}) as permissions
    from users where users.subject = ${subject}`.compile(accountBuilder);
}

/** Holds in SQL while the user with this `sub` is active and a group of theirs grants the permission. */
export function hasPermission(subject: string, permission: string | Expression<string>): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from users, ${permissionsOf()}
    and permission.value in (${permission}, 'account:admin')
    and users.subject = ${subject} and users.status = 'active')`;
}

/** Holds in SQL while the user with this `sub` is active. */
export function isActive(subject: string): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from users where subject = ${subject} and status = 'active')`;
}

/** SQL for the id of the user with this `sub`. */
export function userIdOf(subject: string): Expression<string> {
  return sql<string>`(select id from users where subject = ${subject})`;
}

/** The rest of a FROM after `users`: one row for each permission of each group of the user. */
function permissionsOf() {
  return sql`json_each(users.body, '$.groupIds') as membership, groups, json_each(groups.body, '$.permissions') as permission
    where groups.id = membership.value`;
}
