import type { Database } from '../../http/database/database.ts';
import type { AccountBindings } from '../bindings.ts';

/** What a task is given for one run. */
export interface MaintenanceContext {
  readonly bindings: AccountBindings;
  /** A session at the primary, the run's own. */
  readonly database: Database;
  /** When the run began, in milliseconds. */
  readonly nowMs: number;
  /** The clock, for comparing with `deadlineMs`. It stands still between two calls to anything outside the Worker. */
  readonly now: () => number;
  /** The instant, in milliseconds, after which the task begins nothing new. */
  readonly deadlineMs: number;
}

/** How far a task came. */
export interface MaintenanceResult {
  /** Things done in this run, whatever the task counts. */
  readonly done: number;
  /** Whether there is more to do at once: the account is then called again at the next opportunity. */
  readonly more: boolean;
  /** When the task has something to do again at the latest, in milliseconds. Default: with the daily run. */
  readonly nextAtMs?: number;
}

/**
 * Work of an account that no request waits for. Each run is bounded: it stops soon after `deadlineMs`, leaves the rest
 * to the next one, and may be cut off anywhere, so a task is safe to repeat. Only one run at a time goes on in an
 * account. A task that throws is logged and tried again; the others run all the same.
 */
export interface MaintenanceTask {
  /** kebab-case, for logs and the answer to the platform. */
  readonly name: string;
  /**
   * Of a task that also runs right after a write, since it passes on what was written: whether anybody waits for that
   * now. Asked often, so it costs next to nothing. Default: the task follows no write.
   */
  readonly followsWrites?: (database: Database) => Promise<boolean>;
  /** Whether the task rests while the account is suspended, since it gives data out. Default false: it looks after data. */
  readonly restsWhileSuspended?: boolean;
  readonly run: (context: MaintenanceContext) => Promise<MaintenanceResult>;
}
