import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { distinctList, line, text } from '../../model/fields.ts';
import { permissionName } from '../../model/permission-name.ts';

/** What several users may do. Permissions are granted to groups only, never to a user. */
export const groups = defineTable({
  name: 'groups',
  collection: 'groups',
  tier: 'account',
  idPrefix: 'grp',
  describes: 'A set of rights that users share.',
  body: v.strictObject({
    name: line(80),
    description: v.optional(text(500)),
    permissions: v.optional(distinctList(permissionName, 200), []),
  }),
  columns: [{ name: 'name', path: 'name', type: 'text', ignoreCase: true, filters: ['eq', 'prefix'] }],
  indexes: [{ unique: ['name'] }],
  sorts: ['name'],
  example: {
    name: 'Paraplanners',
    description: 'Prepare advice; may not delete.',
    permissions: ['clients:read', 'cases:read', 'cases:write', 'documents:read', 'documents:download'],
  },
});
