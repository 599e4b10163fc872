import type { AccountStatus, StatusChange } from './account-states.ts';
import type { OperationKindDefinition, StatusEvent } from './operation-kinds.ts';

/**
 * Whether an operation of this kind may be requested while the account has this status.
 *
 * @param isRegistered Whether the registry still has the account's address. Without it a status cannot be reversed.
 */
export function mayStart(
  { startableFrom, reverses }: OperationKindDefinition,
  status: AccountStatus,
  isRegistered: boolean,
): boolean {
  return startableFrom.includes(status) || (reverses === status && isRegistered);
}

/**
 * How an event of an operation changes the account's status.
 *
 * @param event `accepted` when the operation is requested, otherwise how it ended.
 * @returns Undefined when the event changes nothing.
 */
export function statusChange(
  { changes }: OperationKindDefinition,
  event: StatusEvent,
): StatusChange | undefined {
  return changes[event];
}

/** The status after a change; unchanged when the change does not start from it. */
export function applyChange(status: AccountStatus, change: StatusChange | undefined): AccountStatus {
  return change?.from.includes(status) ? change.to : status;
}
