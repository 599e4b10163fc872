import { logFailure } from '../../http/api/log-failure.ts';
import { openDatabase } from '../../http/database/database.ts';
import type { AccountBindings } from '../bindings.ts';
import { endRound, takeLease } from './lease.ts';
import type { MaintenanceTask } from './maintenance-task.ts';

/** How long a run begins new work, in milliseconds. A task may need some seconds more to end what it has begun. */
const RUN_BUDGET_MS = 15_000;

/** The longest time between two runs, in milliseconds: every sweep comes round once a day. */
const REST_MS = 86_400_000;

/** When a task that failed is tried again, in milliseconds. */
const AFTER_FAILURE_MS = 300_000;

/** What one task did, in its latest round. */
interface TaskReport {
  readonly name: string;
  readonly done: number;
  readonly more: boolean;
  readonly failed: boolean;
  /** When it wants to run again, in milliseconds. */
  readonly nextAtMs: number;
}

/** What a run did. */
interface MaintenanceReport {
  readonly kind: 'ran';
  readonly tasks: readonly TaskReport[];
  /** When the account wants to be called again, in milliseconds; not after the present when there is more to do. */
  readonly nextAtMs: number;
}

/** What a run needs. */
export interface MaintenanceRun {
  readonly bindings: AccountBindings;
  readonly tasks: readonly MaintenanceTask[];
  readonly now: () => number;
  /** Default `RUN_BUDGET_MS`. */
  readonly budgetMs?: number;
  /** Ties the log lines together. */
  readonly traceparent: string;
}

/**
 * Runs tasks of an account within a budget of time, unless another run is going on: that one then makes one more round
 * of the tasks that follow writes, so that nothing is missed. A task that fails is logged, and the others run all the
 * same.
 *
 * @returns `busy` when another run goes on.
 * @throws When the database gives no lease; what the tasks meet never comes out of here.
 */
export async function runMaintenance(run: MaintenanceRun): Promise<MaintenanceReport | { kind: 'busy' }> {
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
      // An equal share of what is left, so that no task takes the turn of those after it.
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

async function runTask(
  { name, run: runOnce }: MaintenanceTask,
  { bindings, now, traceparent }: MaintenanceRun,
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
