import type { EngineEvent } from '@pulumi/pulumi/automation/events.js';
import type { PulumiOutcome } from '../runner/run-outcome.ts';
import type { StackTools } from '../stack-tools.ts';
import type { Adoption, StackNames } from './adoptable-resources.ts';
import { recoverStack } from './recover-stack.ts';

/** A stack to deploy with its settings. */
export interface StackDeploymentArgs {
  readonly stack: string;
  readonly names: StackNames;
  readonly operationId: string;
  /** Writes the stack's settings, including those that make the `up` adopt existing resources. */
  readonly writeSettings: (adoption: Adoption) => Promise<void>;
  /** Work that needs an existing stack record, such as encrypting its secrets. Default: nothing. */
  readonly prepare?: () => Promise<void>;
  readonly onEvent?: (event: EngineEvent) => void;
}

/**
 * Deploys a stack with its settings, in whatever state an earlier run has left it: recovers the stack, adopts resources
 * that the earlier run created without recording them, and runs `up`. Safe to repeat.
 *
 * @returns How it ended; a stack that cannot be recovered is a failure. Throws errors of `writeSettings`, `prepare`,
 * the backend and Cloudflare's API.
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
  // They are in the state now.
  if (outcome.kind === 'succeeded' && Object.keys(adoption).length > 0) await writeSettings({});
  return outcome;
}
