import type { AccountStackSettings } from '../../engine/workspace/stack-files.ts';
import type { OperationRequest } from '../../schema/factory/operation-messages.ts';

/** The account's settings in its stack. */
export function toStackSettings({ account }: OperationRequest): AccountStackSettings {
  return {
    region: account.region,
    placement: account.placement,
    cell: account.cell,
  };
}
