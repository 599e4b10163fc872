import type { Table } from '../../../schema/model/define-table.ts';
import { canonicalJson } from '../request/canonical-json.ts';
import { type Fields, withoutTracking } from './rows.ts';

/**
 * Names of the fields that differ between two states of a row, in order. Sensitive fields are omitted, because the fact
 * that one was filled in can disclose as much as its value.
 */
export function changedFields(table: Table, before: Fields, after: Fields): readonly string[] {
  const names = new Set([...Object.keys(withoutTracking(before)), ...Object.keys(withoutTracking(after))]);
  return [...names]
    .filter((name) => !table.sensitive.includes(name) && text(before[name]) !== text(after[name]))
    .sort();
}

function text(value: unknown): string | undefined {
  return value === undefined ? undefined : canonicalJson(value);
}
