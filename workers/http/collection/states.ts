import type { Table } from '../../../schema/model/define-table.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';
import type { Change } from './collection-options.ts';

/**
 * Refuses a change to a state that does not follow the present one. It looks at the row as it was read, which is
 * enough: the write goes through only while the row is still that version.
 */
export function checkState({ states }: Table, { before, after }: Change): Refusal | undefined {
  if (states === undefined || before === undefined || after === undefined) return undefined;
  const { field, transitions } = states;
  const [from, to] = [before.fields[field], after[field]];
  if (from === to || typeof from !== 'string' || typeof to !== 'string') return undefined;
  const allowed = transitions[from] ?? [];
  return allowed.includes(to) ? undefined : refuse({ kind: 'state_not_next', field, from, to, allowed });
}
