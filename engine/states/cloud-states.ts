import type { LockingCommandTools } from '../runner/locking-command.ts';
import { openCliStates } from './cli-states.ts';
import type { StackStates } from './stack-states.ts';

/**
 * The stacks of Pulumi Cloud, or of a server that speaks its API (`https://`).
 *
 * It has no locks to clear: an update holds a lease there, which ends by itself when its `pulumi` stops renewing it. Until
 * then another update is refused and the operation tries again. A stack that is removed takes its history with it.
 */
export function openCloudStates(tools: LockingCommandTools): StackStates {
  return {
    ...openCliStates(tools),
    locks: async () => [],
    forget: async () => {},
  };
}
