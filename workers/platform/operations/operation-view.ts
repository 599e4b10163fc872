import type { RowOf, StoredBodyOf } from '../../../schema/model/rows.ts';
import type { operations } from '../../../schema/platform/tables/operations.ts';

/** An operation as the registry holds it. */
export type Operation = RowOf<typeof operations>;

/** Statuses after which nothing changes any more. */
export const terminalStatuses = ['succeeded', 'failed', 'stalled'] as const;

/** Asks whether an operation has come to its end. */
export function isTerminal(operation: Operation): boolean {
  return terminalStatuses.some((status) => status === operation.status);
}

/** Reads an operation from a row of its table. */
export function toOperation(row: { readonly id: string; readonly body: string }): Operation {
  return { id: row.id, ...(JSON.parse(row.body) as StoredBodyOf<typeof operations>) };
}

/** An operation as callers see it: every step has both its times, null while they are to come. */
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
