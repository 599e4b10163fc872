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
