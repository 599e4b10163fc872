import { accountTables } from '../account/tables.ts';
import type { Table } from './define-table.ts';
import { specialPermissions } from './permission-name.ts';

export type Verb = 'read' | 'write' | 'delete';

/** Tables for which one special permission covers every verb. */
const ownRights: ReadonlyMap<string, string> = new Map([
  ['audit_events', 'audit:read'],
  ['webhook_endpoints', 'account:admin'],
  ['webhook_deliveries', 'account:admin'],
]);

/** The permission that a verb on a table requires. */
export function permissionFor(table: Table, verb: Verb): string {
  return (table.tier === 'account' && ownRights.get(table.name)) || `${table.collection}:${verb}`;
}

/** Whether the granted permissions include `permission`. `account:admin` includes every other. */
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

/** Every permission that has an effect in this release, for people who set up groups. */
export const accountPermissions: readonly string[] = [
  ...new Set([...accountTables.flatMap(rightsOn), ...specialPermissions]),
];
