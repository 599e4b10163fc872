import { logFailure } from '../http/api/log-failure.ts';
import { openDatabase } from '../http/database/database.ts';
import { endRound, takeLease } from './lease.ts';
import type { MaintenanceTask } from './maintenance-task.ts';

/** How long a run starts new work, in milliseconds. A task may need a few more seconds to finish. */
const RUN_BUDGET_MS = 15_000;

/** Maximum time between two runs, in milliseconds, so that every sweep runs once a day. */
const REST_MS = 86_400_000;

/** When a failed task is retried, in milliseconds. */
const AFTER_FAILURE_MS = 300_000;

/** The result of a task in its latest round. */
interface TaskReport {
  readonly name: string;
  readonly done: number;
  readonly more: boolean;
  readonly failed: boolean;
  /** When it should run again, in milliseconds. */
  readonly nextAtMs: number;
}

/** The result of a run. */
interface MaintenanceReport {
  readonly kind: 'ran';
  readonly tasks: readonly TaskReport[];
  /** When the account should be called again, in milliseconds; now when there is more to do. */
  readonly nextAtMs: number;
}

/** The parameters of a run. */
export interface MaintenanceRun<Bindings> {
  readonly bindings: Bindings;
  readonly tasks: readonly MaintenanceTask<Bindings>[];
  readonly now: () => number;
  /** Default `RUN_BUDGET_MS`. */
  readonly budgetMs?: number;
  /** Links the log lines of a run. */
  readonly traceparent: string;
}

/**
 * Runs an account's tasks within a time budget, unless another run is active. That run then repeats the tasks that
 * follow writes, so that nothing is missed. A task that fails is logged, and the others still run.
 *
 * @returns `busy` when another run is active.
 * @throws When the lease cannot be taken. Failures of tasks are not thrown.
 */
export async function runMaintenance<Bindings extends { readonly DB: D1Database }>(
  run: MaintenanceRun<Bindings>,
): Promise<MaintenanceReport | { kind: 'busy' }> {
  const { bindings, now, budgetMs = RUN_BUDGET_MS } = run;
  const startMs = now();
  const deadlineMs = startMs + budgetMs;
  const database = openDatabase(bindings.DB, 'first-primary');
  let lease = await takeLease(database, crypto.randomUUID(), startMs);
  if (lease === undefined) return { kind: 'busy' };
  const reports = new Map<string, TaskReport>();
  let tasks = run.tasks;
  while (lease !== undefined) {
    for (const [index, task] of tasks.entries()) {
      // An equal share of the remaining time, so that no task uses up the time of later ones.
      const shareMs = (deadlineMs - now()) / (tasks.length - index);
      if (shareMs > 0) reports.set(task.name, await runTask(task, run, now() + shareMs));
      else reports.set(task.name, { ...noTurn, name: task.name, nextAtMs: now() });
    }
    tasks = run.tasks.filter(({ followsWrites }) => followsWrites !== undefined);
    lease = await endRound(database, lease, now(), tasks.length === 0 || now() >= deadlineMs);
  }
  const done = [...reports.values()];
  return {
    kind: 'ran',
    tasks: done,
    nextAtMs: Math.min(startMs + REST_MS, ...done.map(({ nextAtMs }) => nextAtMs)),
  };
}

const noTurn = { done: 0, more: true, failed: false } as const;

async function runTask<Bindings extends { readonly DB: D1Database }>(
  { name, run: runOnce }: MaintenanceTask<Bindings>,
  { bindings, now, traceparent }: MaintenanceRun<Bindings>,
  deadlineMs: number,
): Promise<TaskReport> {
  const nowMs = now();
  try {
    const database = openDatabase(bindings.DB, 'first-primary');
    const {
      done,
      more,
      nextAtMs = nowMs + REST_MS,
    } = await runOnce({
      bindings,
      database,
      nowMs,
      now,
      deadlineMs,
    });
    return { name, done, more, failed: false, nextAtMs: more ? nowMs : nextAtMs };
  } catch (error) {
    logFailure(error, { method: 'RUN', route: `maintenance/${name}`, traceparent });
    return { name, done: 0, more: false, failed: true, nextAtMs: nowMs + AFTER_FAILURE_MS };
  }
}
