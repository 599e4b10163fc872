import type { RowOf, StoredBodyOf } from '../../../schema/model/rows.ts';
import type { operations } from '../../../schema/platform/tables/operations.ts';

/** An operation as the registry holds it. */
export type Operation = RowOf<typeof operations>;

/** Reads an operation from a row of its table. */
export function toOperation(row: { readonly id: string; readonly body: string }): Operation {
  return { id: row.id, ...(JSON.parse(row.body) as StoredBodyOf<typeof operations>) };
}

/** An operation as callers see it: every step has both times, null until they are known. */
export type OperationView = Omit<Operation, 'input' | 'steps'> & {
  readonly steps: readonly (Operation['steps'][number] & {
    readonly startedAt: string | null;
    readonly endedAt: string | null;
  })[];
};

/** Shows an operation to a caller. */
export function toOperationView(operation: Operation): OperationView {
  const { input: _input, steps, ...shown } = operation;
  return {
    ...shown,
    steps: steps.map((step) => ({
      ...step,
      startedAt: step.startedAt ?? null,
      endedAt: step.endedAt ?? null,
    })),
  };
}
