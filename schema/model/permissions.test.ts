import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { accountSeed } from '../account/seed.ts';
import { auditEvents } from '../account/tables/audit-events.ts';
import { clients } from '../account/tables/clients.ts';
import { permissionName } from './permission-name.ts';
import { accountPermissions, allows, permissionFor } from './permissions.ts';

describe('accountPermissions', () => {
  it('contains three permissions for each table, and the special ones', () => {
    expect(accountPermissions).toEqual(
      expect.arrayContaining(['clients:read', 'clients:write', 'clients:delete', 'case-tasks:write']),
    );
    expect(accountPermissions).toEqual(
      expect.arrayContaining([
        'documents:download',
        'audit:read',
        'privacy:export',
        'privacy:erase',
        'account:admin',
      ]),
    );
    expect(accountPermissions).not.toContain('audit-events:write');
    expect(new Set(accountPermissions).size).toBe(accountPermissions.length);
  });

  it('can all be given to a group', () => {
    for (const permission of accountPermissions) {
      expect(v.is(permissionName, permission), permission).toBe(true);
    }
  });

  it('contains every permission of the seeded groups', () => {
    for (const { body } of accountSeed) {
      expect(accountPermissions).toEqual(expect.arrayContaining(body.permissions as string[]));
    }
  });
});

describe('a permission name', () => {
  it('may name a table of another release', () => {
    expect(v.is(permissionName, 'care-plans:read')).toBe(true);
  });

  it.each(['clients', 'clients:all', 'Clients:read', 'clients:', ':read', '*', 'account:owner'])(
    'is not %j',
    (value) => {
      expect(v.is(permissionName, value)).toBe(false);
    },
  );
});

describe('allows', () => {
  it('allows an action with its exact permission, or with account:admin', () => {
    expect(allows(['clients:read'], permissionFor(clients, 'read'))).toBe(true);
    expect(allows(['clients:read'], permissionFor(clients, 'write'))).toBe(false);
    expect(allows([], permissionFor(clients, 'read'))).toBe(false);
    expect(allows(['account:admin'], permissionFor(clients, 'delete'))).toBe(true);
  });

  it('requires the permission of auditors to read audit events', () => {
    expect(permissionFor(auditEvents, 'read')).toBe('audit:read');
  });
});
