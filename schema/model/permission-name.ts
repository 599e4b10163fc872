import * as v from 'valibot';
import { atMost } from './fields.ts';

/** Rights that are not a verb on a collection. */
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
 * A right as a group names it: `<collection>:read|write|delete` or a special one.
 * The form is checked and not the collection: after a roll-back of code, groups may name a table that only
 * the newer release has, and must stay readable and writable. A right to nothing grants nothing.
 */
export const permissionName = v.pipe(
  v.string(),
  atMost(60),
  v.check(
    (value) => collectionPermission.test(value) || (specialPermissions as readonly string[]).includes(value),
    `must be <collection>:read, :write or :delete, or one of ${specialPermissions.join(', ')}`,
  ),
);
