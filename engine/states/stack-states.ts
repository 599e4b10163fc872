import * as v from 'valibot';
import type { StackLock } from './stack-lock.ts';

const deploymentSchema = v.looseObject({
  // A stack that was made and never updated has none.
  deployment: v.nullish(
    v.looseObject({
      resources: v.nullish(
        v.array(v.looseObject({ urn: v.string(), type: v.string(), custom: v.optional(v.boolean()) })),
        [],
      ),
      pending_operations: v.nullish(v.array(v.unknown())),
    }),
    { resources: [] },
  ),
});

/** The exported state of a stack, as far as it is read here; the rest is kept for the import. */
export type StackDeployment = v.InferOutput<typeof deploymentSchema>;

/**
 * Pulumi's record of the stacks of a factory. One implementation for each kind of backend that behaves differently:
 * see `open-stack-states.ts`.
 *
 * Every method throws, with Pulumi's own words, when the backend cannot be reached or refuses. None waits for a lock:
 * what changes a stack throws while another process holds it.
 */
export interface StackStates {
  /** Makes the stack's empty record if it has none; two at the same time make one. */
  ensure(stack: string): Promise<void>;
  exists(stack: string): Promise<boolean>;
  /** The stack's state; undefined when it has no record. Throws, too, when what is stored is not a state. */
  read(stack: string): Promise<StackDeployment | undefined>;
  /** Replaces the stack's state. Throws when Pulumi finds it inconsistent. */
  replace(stack: string, deployment: StackDeployment): Promise<void>;
  /** Locks of the stack, those included whose holder is gone: Pulumi's locks have no lease. */
  locks(stack: string): Promise<readonly StackLock[]>;
  /** Removes all locks of the stack. Only for a caller who knows that no holder is alive. */
  unlock(stack: string): Promise<void>;
  /**
   * Removes what the backend still keeps of a stack that was removed, such as backups and history. Without any it does
   * nothing.
   */
  forget(stack: string): Promise<void>;
}

/** Reads what `pulumi stack export` printed. Throws when it is not a state. */
export function parseDeployment(text: string): StackDeployment {
  return v.parse(deploymentSchema, JSON.parse(text));
}
