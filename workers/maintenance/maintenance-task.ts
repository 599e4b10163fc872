import type { Database } from '../http/database/database.ts';

/** The context of a task in one run. */
export interface MaintenanceContext<Bindings> {
  readonly bindings: Bindings;
  /** The run's session, at the primary. */
  readonly database: Database;
  /** Start of the run, in milliseconds. */
  readonly nowMs: number;
  /** The clock, for comparison with `deadlineMs`. In a Worker it only advances with I/O. */
  readonly now: () => number;
  /** Time after which the task must not start new work, in milliseconds. */
  readonly deadlineMs: number;
}

/** The result of a task. */
export interface MaintenanceResult {
  /** Number of things done in this run, in the task's own unit. */
  readonly done: number;
  /** Whether there is more to do now: the account is then called again at the next opportunity. */
  readonly more: boolean;
  /** When the task has to run again at the latest, in milliseconds. Default: with the daily run. */
  readonly nextAtMs?: number;
}

/**
 * Background work of an account. Each run is bounded: it stops soon after `deadlineMs` and leaves the rest to the next
 * run. It can be interrupted at any point, so a task must be safe to repeat. An account has only one run at a time. A
 * task that throws is logged and retried; the others still run.
 */
export interface MaintenanceTask<Bindings> {
  /** In kebab-case, for logs and the response to the platform. */
  readonly name: string;
  /**
   * For a task that also runs directly after a write: whether anything waits for writes now. Called often, so it must be
   * cheap. Default: the task does not follow writes.
   */
  readonly followsWrites?: (database: Database) => Promise<boolean>;
  /** Whether the task sends data out and therefore pauses while the account is suspended. Default false. */
  readonly restsWhileSuspended?: boolean;
  readonly run: (context: MaintenanceContext<Bindings>) => Promise<MaintenanceResult>;
}
