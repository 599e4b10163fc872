/** How an operation can stand. The last three are ends: nothing changes after them. */
export const operationStatuses = ['queued', 'running', 'succeeded', 'failed', 'stalled'] as const;
export type OperationStatus = (typeof operationStatuses)[number];

/** Statuses after which nothing changes any more. `stalled` was given up after its last attempt. */
export const endedStatuses = ['succeeded', 'failed', 'stalled'] as const;
export type EndedStatus = (typeof endedStatuses)[number];

/** Whether an operation with this status has ended. */
export function hasEnded(status: OperationStatus): status is EndedStatus {
  return endedStatuses.some((ended) => ended === status);
}
