/** Statuses of an operation. The last three are final. */
export const operationStatuses = ['queued', 'running', 'succeeded', 'failed', 'stalled'] as const;
export type OperationStatus = (typeof operationStatuses)[number];

/** Final statuses. A `stalled` operation has used up its attempts. */
export const endedStatuses = ['succeeded', 'failed', 'stalled'] as const;
export type EndedStatus = (typeof endedStatuses)[number];

/** Whether an operation with this status has ended. */
export function hasEnded(status: OperationStatus): status is EndedStatus {
  return endedStatuses.some((ended) => ended === status);
}
