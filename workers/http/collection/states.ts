import type { Table } from '../../../schema/model/define-table.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';
import type { Change } from './collection-options.ts';

/**
 * Refuses a state transition that the table does not allow. It checks the row that was read; the write only succeeds
 * while the row has the same version.
 */
export function checkState({ states }: Table, { before, after }: Change): Refusal | undefined {
  if (states === undefined || before === undefined || after === undefined) return undefined;
  const { field, transitions } = states;
  const [from, to] = [before.fields[field], after[field]];
  if (from === to || typeof from !== 'string' || typeof to !== 'string') return undefined;
  const allowed = transitions[from] ?? [];
  return allowed.includes(to) ? undefined : refuse({ kind: 'state_not_next', field, from, to, allowed });
}
