import * as v from 'valibot';
import { atMost } from './fields.ts';

/** Permissions that are not a verb on a collection. */
export const specialPermissions = [
  'account:admin',
  'audit:read',
  'clients:sensitive',
  'documents:download',
  'privacy:export',
  'privacy:erase',
] as const;

const collectionPermission = /^[a-z]+(?:-[a-z]+)*:(?:read|write|delete)$/;

/**
 * A permission of a group: `<collection>:read|write|delete` or a special one.
 * Only the form is checked: after a rollback of code, groups may name a table that only the newer release has, and
 * must stay readable and writable. A permission for an unknown table has no effect.
 */
export const permissionName = v.pipe(
  v.string(),
  atMost(60),
  v.check(
    (value) => collectionPermission.test(value) || (specialPermissions as readonly string[]).includes(value),
    `must be <collection>:read, :write or :delete, or one of ${specialPermissions.join(', ')}`,
  ),
);
