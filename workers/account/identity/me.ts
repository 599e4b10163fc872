import { sql } from 'kysely';
import { accountTables } from '../../../schema/account/tables.ts';
import { accountPermissions, permissionFor, type Verb } from '../../../schema/model/permissions.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import type { Caller } from '../../http/collection/access.ts';
import { type StoredRow, toAnswer } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { hiddenFields } from '../../http/collection/sensitive.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { accountBuilder } from '../database/account-builder.ts';
import { authorizePermission } from './authorize.ts';

/** A group of the caller, with the fields that are shown without the permission to read groups. */
interface OwnGroup {
  readonly id: string;
  readonly name: string;
}

/** What the caller may do with one collection. */
interface CollectionRights {
  readonly verbs: readonly Verb[];
  /** Fields that the caller neither sees nor may write. */
  readonly hiddenFields: readonly string[];
}

/**
 * `GET /v1/me`: the caller's own user, groups and permissions, in one round trip, for every active user.
 * `permissions` are the effective ones: an administrator has every permission that exists.
 */
export async function getMe(context: ApiContext<AccountBindings>): Promise<Response | Refusal> {
  const access = await authorizePermission(context, undefined);
  if (isRefusal(access)) return access;
  const { subject } = access;
  const found = await runAllowed(context.database, access, [selectUser(subject), groupsOf(subject)]);
  if (isRefusal(found)) return found;
  const [[user], groups] = found.rows;
  if (user === undefined) throw new Error('a user disappeared within one transaction');
  return Response.json({
    user: toAnswer(user, context.bindings.ACCOUNT_ID),
    groups,
    permissions: accountPermissions.filter(found.caller.may).sort(),
    collections: rightsOn(found.caller),
  });
}

function selectUser(subject: string) {
  return sql<StoredRow>`select id, body from users where subject = ${subject}`.compile(accountBuilder);
}

function groupsOf(subject: string) {
  return sql<OwnGroup>`select groups.id, groups.name from users, json_each(users.body, '$.groupIds') as membership, groups
    where users.subject = ${subject} and groups.id = membership.value order by groups.name, groups.id`.compile(
    accountBuilder,
  );
}

function rightsOn(caller: Caller): Readonly<Record<string, CollectionRights>> {
  return Object.fromEntries(
    accountTables.map((table) => {
      const verbs: readonly Verb[] = table.readOnly ? ['read'] : ['read', 'write', 'delete'];
      const rights: CollectionRights = {
        verbs: verbs.filter((verb) => caller.may(permissionFor(table, verb))),
        hiddenFields: hiddenFields(table, caller),
      };
      return [table.collection, rights];
    }),
  );
}
