import * as v from 'valibot';
import type { StackLock } from './stack-lock.ts';

const deploymentSchema = v.looseObject({
  // A stack that was created and never updated has no resources.
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

/** The exported state of a stack, as far as it is read here; the import keeps the rest. */
export type StackDeployment = v.InferOutput<typeof deploymentSchema>;

/**
 * Pulumi's record of the stacks of a factory. Each kind of backend that behaves differently has an implementation: see
 * `open-stack-states.ts`.
 *
 * Every method throws, with Pulumi's own message, when the backend refuses or cannot be reached. None waits for a lock:
 * a method that changes a stack throws while another process holds its lock.
 */
export interface StackStates {
  /** Creates the stack's empty record unless it exists; two concurrent calls create one. */
  ensure(stack: string): Promise<void>;
  exists(stack: string): Promise<boolean>;
  /** The stack's state; undefined when it has no record. Throws, too, when the stored state is invalid. */
  read(stack: string): Promise<StackDeployment | undefined>;
  /** Replaces the stack's state. Throws when Pulumi finds it inconsistent. */
  replace(stack: string, deployment: StackDeployment): Promise<void>;
  /** Locks of the stack, including those whose holder has died: Pulumi's locks have no lease. */
  locks(stack: string): Promise<readonly StackLock[]>;
  /** Removes all locks of the stack. Call it only when no holder can be alive. */
  unlock(stack: string): Promise<void>;
  /**
   * Deletes what the backend still keeps of a removed stack, such as backups and history, if there is anything.
   */
  forget(stack: string): Promise<void>;
}

/** Reads the output of `pulumi stack export`. Throws when it is not a state. */
export function parseDeployment(text: string): StackDeployment {
  return v.parse(deploymentSchema, JSON.parse(text));
}
