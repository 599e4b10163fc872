import type { EngineEvent } from '@pulumi/pulumi/automation/events.js';
import type { PulumiOutcome } from '../runner/run-outcome.ts';
import type { StackTools } from '../stack-tools.ts';
import type { Adoption, StackNames } from './adoptable-resources.ts';
import { recoverStack } from './recover-stack.ts';

/** A stack that is to be brought to what its settings say. */
export interface StackDeploymentArgs {
  readonly stack: string;
  readonly names: StackNames;
  readonly operationId: string;
  /** Writes the stack's settings, and those by which the `up` takes over what is there already. */
  readonly writeSettings: (adoption: Adoption) => Promise<void>;
  /** What only a stack that has a record allows, such as encrypting its secrets. Default: nothing. */
  readonly prepare?: () => Promise<void>;
  readonly onEvent?: (event: EngineEvent) => void;
}

/**
 * Brings a stack to what its settings say, whatever an earlier run has left: recovers it, adopts what that run had made
 * and not recorded, and runs `up`. Repeating it does no harm.
 *
 * @returns How it ended, a stack that cannot be recovered included. Throws what `writeSettings`, `prepare`, the backend
 * or Cloudflare's API throws.
 */
export async function deployStack(tools: StackTools, args: StackDeploymentArgs): Promise<PulumiOutcome> {
  const { stack, operationId, writeSettings } = args;
  const recovery = await recoverStack(tools, args);
  if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
  const { adoption, interruptions } =
    recovery.kind === 'recovered' ? recovery : { adoption: {}, interruptions: 0 };
  await writeSettings(adoption);
  await tools.states.ensure(stack);
  await args.prepare?.();
  const outcome = await tools.runner.run({
    stack,
    command: 'up',
    operationId,
    interruptions,
    ...(args.onEvent === undefined ? {} : { onEvent: args.onEvent }),
  });
  // The state knows them from now on.
  if (outcome.kind === 'succeeded' && Object.keys(adoption).length > 0) await writeSettings({});
  return outcome;
}
