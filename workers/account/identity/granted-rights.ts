import { sql } from 'kysely';
import type { Access } from '../../http/collection/access.ts';
import type { Change } from '../../http/collection/collection-options.ts';
import type { Precondition } from '../../http/collection/precondition.ts';
import type { Fields } from '../../http/collection/rows.ts';
import { hasPermission } from './grants.ts';

/**
 * Precondition of a change to a user: the caller has every right that the user has or gets. Otherwise a caller who may
 * write users could make themselves, or another address of theirs, an administrator.
 */
export function ownsRightsOfUser(change: Change, access: Access): readonly Precondition[] {
  const groupIds = JSON.stringify(namedBeforeOrAfter(change, 'groupIds'));
  return [
    {
      holds: sql<boolean>`not exists (
        select 1 from json_each(${groupIds}) as named, groups as given, json_each(given.body, '$.permissions') as asked
        where given.id = named.value and not ${hasPermission(access.subject, sql<string>`asked.value`)})`,
      otherwise: {
        kind: 'forbidden',
        detail: 'The user has or would get rights that you do not have yourself.',
      },
    },
  ];
}

/** Precondition of a change to a group: the caller has every right that the group grants or will grant. */
export function ownsRightsOfGroup(change: Change, access: Access): readonly Precondition[] {
  const permissions = JSON.stringify(namedBeforeOrAfter(change, 'permissions'));
  return [
    {
      holds: sql<boolean>`not exists (select 1 from json_each(${permissions}) as asked
        where not ${hasPermission(access.subject, sql<string>`asked.value`)})`,
      otherwise: {
        kind: 'forbidden',
        detail: 'The group grants or would grant rights that you do not have yourself.',
      },
    },
  ];
}

function namedBeforeOrAfter({ before, after }: Change, field: string): readonly unknown[] {
  return [...new Set([...listIn(before?.fields, field), ...listIn(after, field)])];
}

function listIn(fields: Fields | undefined, field: string): readonly unknown[] {
  const value = fields?.[field];
  return Array.isArray(value) ? value : [];
}
