import type { LockingCommandTools } from '../runner/locking-command.ts';
import { openCliStates } from './cli-states.ts';
import type { StackStates } from './stack-states.ts';

/**
 * The stacks of Pulumi Cloud, or of a server that speaks its API (`https://`).
 *
 * There are no locks to clear: an update holds a lease, which ends when its `pulumi` stops renewing it. Until then
 * another update is refused and the operation retries. Removing a stack removes its history too.
 */
export function openCloudStates(tools: LockingCommandTools): StackStates {
  return {
    ...openCliStates(tools),
    locks: async () => [],
    forget: async () => {},
  };
}
