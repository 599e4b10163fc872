import type { OperationKind } from '../../schema/factory/operation-kinds.ts';
import type { OperationStep } from '../../schema/factory/operation-messages.ts';
import type { OperationStatus } from '../../schema/factory/operation-states.ts';

/** What this process knows about an operation that it is working on or has just finished. */
export interface LiveOperation {
  readonly accountId: string;
  readonly kind: OperationKind;
  readonly status: OperationStatus;
  readonly steps: readonly OperationStep[];
  readonly apiCalls: number;
  readonly reason?: string | null | undefined;
}

/** The operations that this process has seen, the oldest forgotten first. */
export interface LiveOperations {
  set(operationId: string, operation: LiveOperation): void;
  find(operationId: string): LiveOperation | undefined;
  /** Whether an operation may have got further than its journal says, because another process was cut off in it. */
  wasCutOff(operationId: string): boolean;
}

const operationsMax = 1_000;

/**
 * @param cutOff Operations named by run records that were there when the process started.
 */
export function createLiveOperations(cutOff: ReadonlySet<string>): LiveOperations {
  const operations = new Map<string, LiveOperation>();
  return {
    set(operationId, operation) {
      operations.delete(operationId);
      operations.set(operationId, operation);
      const [oldest] = operations.keys();
      if (operations.size > operationsMax && oldest !== undefined) operations.delete(oldest);
    },
    find: (operationId) => operations.get(operationId),
    wasCutOff: (operationId) => cutOff.has(operationId) && !operations.has(operationId),
  };
}
