import { accountTables } from '../account/tables.ts';
import type { Table } from './define-table.ts';
import { specialPermissions } from './permission-name.ts';

export type Verb = 'read' | 'write' | 'delete';

/** Tables whose every verb takes one right that has a name of its own. */
const ownRights: ReadonlyMap<string, string> = new Map([
  ['audit_events', 'audit:read'],
  ['webhook_endpoints', 'account:admin'],
  ['webhook_deliveries', 'account:admin'],
]);

/** The right that a verb on a table takes. */
export function permissionFor(table: Table, verb: Verb): string {
  return (table.tier === 'account' && ownRights.get(table.name)) || `${table.collection}:${verb}`;
}

/** Whether a person with these rights may do what needs `permission`. `account:admin` holds every other. */
export function allows(granted: Iterable<string>, permission: string): boolean {
  for (const right of granted) {
    if (right === permission || right === 'account:admin') {
      return true;
    }
  }
  return false;
}

function rightsOn(table: Table): readonly string[] {
  const verbs: readonly Verb[] = table.readOnly ? ['read'] : ['read', 'write', 'delete'];
  return verbs.map((verb) => permissionFor(table, verb));
}

/** Every right that means something in this release, for the people who put groups together. */
export const accountPermissions: readonly string[] = [
  ...new Set([...accountTables.flatMap(rightsOn), ...specialPermissions]),
];
