import type { AccountStatus, StatusChange } from './account-states.ts';
import { type EndedStatus, type OperationKind, operationKindOf } from './operation-kinds.ts';

/** Whether an operation of this kind may be asked for while the account has this status. */
export function mayStart(kind: OperationKind, status: AccountStatus): boolean {
  const { startableFrom, reverses } = operationKindOf(kind);
  return startableFrom.includes(status) || reverses === status;
}

/**
 * What an event of an operation changes about the account's status.
 *
 * @param event `accepted` when the operation is asked for, else how it ended.
 * @returns Undefined when the event changes nothing.
 */
export function statusChange(kind: OperationKind, event: 'accepted' | EndedStatus): StatusChange | undefined {
  return operationKindOf(kind).changes[event];
}

/** The status after a change; the present one when the change does not start from it. */
export function applyChange(status: AccountStatus, change: StatusChange | undefined): AccountStatus {
  return change?.from.includes(status) ? change.to : status;
}
