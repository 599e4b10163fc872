import type { Table } from '../../../schema/model/define-table.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';
import type { RequestError } from '../problems/request-error.ts';
import type { Access, Caller } from './access.ts';
import type { Precondition } from './precondition.ts';
import type { Fields } from './rows.ts';

/** Fields that a caller can neither see nor change without `<collection>:sensitive`. */
export function hiddenFields(table: Table, caller: Caller): readonly string[] {
  return table.sensitive.length === 0 || caller.may(sensitivePermission(table)) ? [] : table.sensitive;
}

/** The fields without some of them. */
export function withoutFields(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** Only the fields with these names. */
export function onlyFields(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}

/** Refuses a body that sets a field which the caller may not see. */
export function refuseHidden(table: Table, hidden: readonly string[], sent: unknown): Refusal | undefined {
  if (typeof sent !== 'object' || sent === null) return undefined;
  return hidden.some((field) => Object.hasOwn(sent, field)) ? refuse(sensitiveError(table)) : undefined;
}

/** Precondition of a create that sets a sensitive field: the check of `refuseHidden()` as SQL. */
export function maySendSensitive(table: Table, fields: Fields, access: Access): readonly Precondition[] {
  if (!table.sensitive.some((field) => fields[field] !== undefined)) return [];
  return [{ holds: access.holds(sensitivePermission(table)), otherwise: sensitiveError(table) }];
}

/** The permission to see a table's sensitive fields. */
export function sensitivePermission(table: Table): string {
  return `${table.collection}:sensitive`;
}

function sensitiveError(table: Table): RequestError {
  const permission = sensitivePermission(table);
  return {
    kind: 'forbidden',
    detail: `The fields ${table.sensitive.join(', ')} need the permission ${permission}.`,
    permission,
  };
}
