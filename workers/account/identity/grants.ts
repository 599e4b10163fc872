import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { accountBuilder } from '../database/account-builder.ts';

/** A user's status and permissions. */
export interface Grants {
  readonly id: string;
  readonly status: string;
  readonly lastSeenAt: string | null;
  /** JSON text of an array: the permissions of all their groups. */
  readonly permissions: string;
}

/** The caller as the batch of a request reads them: the account's standing, and the user if the database has one. */
export type Claim = (Grants | { readonly [Field in keyof Grants]: null }) & {
  /** JSON text of the account's standing if its revision differs from the known one; null otherwise. */
  readonly standing: string | null;
};

/**
 * Query for the account's standing and the permissions of the user with this `sub`. No row while the account has no
 * standing.
 *
 * @param knownRevision Revision of the standing that is known and not read again.
 */
export function claimQuery(subject: string, knownRevision: number): CompiledQuery<Claim> {
  return sql<Claim>`select case when standing.revision = ${knownRevision} then null else standing.body end as standing,
      users.id, users.status, users.body ->> '$.lastSeenAt' as lastSeenAt,
      (select json_group_array(distinct permission.value) from ${permissionsOf()}) as permissions
    from standing left join users on users.subject = ${subject}`.compile(accountBuilder);
}

/** SQL condition: the user with this `sub` is active, and one of their groups grants the permission. */
export function hasPermission(subject: string, permission: string | Expression<string>): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from users, ${permissionsOf()}
    and permission.value in (${permission}, 'account:admin')
    and users.subject = ${subject} and users.status = 'active')`;
}

/** SQL condition: the user with this `sub` is active. */
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
