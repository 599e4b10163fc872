import type { Adoption } from '../../engine/recovery/recover-stack.ts';
import type { AccountStackSettings } from '../../engine/workspace/stack-files.ts';
import type { OperationRequest } from '../../schema/factory/operation-messages.ts';

/** What the account's stack is told of the account. */
export function toStackSettings({ account }: OperationRequest): AccountStackSettings {
  return {
    region: account.region,
    placement: account.placement,
    cell: account.cell,
  };
}

/** What the next `up` of the stack is to take over. */
export function toConfig(adoption: Adoption): Pick<AccountStackSettings, 'adoptDatabaseId' | 'adoptBucket'> {
  return {
    ...(adoption.databaseId === undefined ? {} : { adoptDatabaseId: adoption.databaseId }),
    ...(adoption.bucket ? { adoptBucket: true } : {}),
  };
}
