import type { AccountStatus, StatusChange } from './account-states.ts';
import type { OperationKindDefinition, StatusEvent } from './operation-kinds.ts';

/**
 * Whether an operation of this kind may be asked for while the account has this status.
 *
 * @param isRegistered Whether the registry still says where the account is. Without that a status cannot be reversed.
 */
export function mayStart(
  { startableFrom, reverses }: OperationKindDefinition,
  status: AccountStatus,
  isRegistered: boolean,
): boolean {
  return startableFrom.includes(status) || (reverses === status && isRegistered);
}

/**
 * What an event of an operation changes about the account's status.
 *
 * @param event `accepted` when the operation is asked for, else how it ended.
 * @returns Undefined when the event changes nothing.
 */
export function statusChange(
  { changes }: OperationKindDefinition,
  event: StatusEvent,
): StatusChange | undefined {
  return changes[event];
}

/** The status after a change; the present one when the change does not start from it. */
export function applyChange(status: AccountStatus, change: StatusChange | undefined): AccountStatus {
  return change?.from.includes(status) ? change.to : status;
}
