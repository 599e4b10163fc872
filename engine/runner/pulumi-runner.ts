import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostIdentity } from '../../system/host-identity.ts';
import { describeError, type Logger } from '../../system/logger.ts';
import type { ProgramLease, ProgramPool } from '../programs/program-pool.ts';
import { type EventServer, startEventServer } from './event-server.ts';
import { type PulumiRun, toArguments } from './pulumi-run.ts';
import { type ObservedRun, observeRun, type PulumiOutcome, toOutcome } from './run-outcome.ts';
import type { RunRecord, RunRecords } from './run-records.ts';
import { type PulumiCommand, type PulumiProcess, startPulumi } from './spawn-pulumi.ts';

/** Runs `pulumi` on the stacks of a factory. */
export interface PulumiRunner {
  /**
   * Runs one `pulumi` from start to end, as soon as a place is free. Never throws for a failed run. Recover the stack
   * before, and run nothing else on it meanwhile. The run's record is kept unless the run succeeds.
   */
  run(run: PulumiRun): Promise<PulumiOutcome>;
  /** Deletes the records and logs of a stack that was removed. */
  forget(stack: string): Promise<void>;
  /**
   * Lets active runs finish within this time, then interrupts them, and waits until all have ended. Waiting runs end as
   * interrupted without a start.
   */
  stop(graceMs: number): Promise<void>;
}

export interface PulumiRunnerOptions {
  readonly command: PulumiCommand;
  readonly pool: ProgramPool;
  readonly records: RunRecords;
  readonly host: HostIdentity;
  readonly logsDirectory: string;
  readonly logger: Logger;
  /** Concurrent resource operations within one run. Default 8. */
  readonly parallel?: number;
  /** A longer run is interrupted. Default 20 minutes. */
  readonly timeoutMs?: number;
}

/** After an interrupt the engine finishes its current requests and writes its state; after this time it is killed. */
const interruptPatienceMs = 8_000;

/** How long to wait for the last events once `pulumi` has ended; usually all have arrived. */
const eventsPatienceMs = 2_000;

/** Creates the runner of a factory: one process for each run, with events and programs over loopback. */
export function createPulumiRunner(options: PulumiRunnerOptions): PulumiRunner {
  const { records, logger } = options;
  const timeoutMs = options.timeoutMs ?? 20 * 60_000;
  const running = new Set<Promise<unknown>>();
  const interrupts = new Set<() => void>();
  let stopping = false;
  let graceIsOver = false;
  const logFileOf = (stack: string) => join(options.logsDirectory, 'pulumi', `${stack}.log`);

  /** Waits for a running `pulumi`, interrupts it at the timeout or when the service stops, and returns how it ended. */
  const follow = async (
    child: PulumiProcess,
    observed: ObservedRun,
    logFile: string,
    events: EventServer,
  ) => {
    let cause: 'timeout' | 'stop' | undefined;
    const interrupt = (why: 'timeout' | 'stop') => {
      cause ??= why;
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGKILL'), interruptPatienceMs).unref();
    };
    const timer = setTimeout(() => interrupt('timeout'), timeoutMs);
    const onStop = () => interrupt('stop');
    interrupts.add(onStop);
    if (graceIsOver) onStop();
    const exit = await child.exited.finally(() => {
      interrupts.delete(onStop);
      clearTimeout(timer);
    });
    await events.close(eventsPatienceMs);
    return { exit, outcome: toOutcome(exit, cause, observed, logFile, timeoutMs) };
  };

  const runRecorded = async (run: PulumiRun, record: RunRecord): Promise<PulumiOutcome> => {
    const observed = observeRun(run.onEvent);
    const logFile = logFileOf(run.stack);
    const events = await startEventServer(observed.onEvent);
    let lease: ProgramLease | undefined;
    let outcome: PulumiOutcome | undefined;
    try {
      await records.write(record);
      lease = run.command === 'up' ? await options.pool.lease() : undefined;
      const args = toArguments(run, record, events.address, lease, options.parallel ?? 8);
      const child = await startPulumi(options.command, args, logFile);
      const started = { ...record, processes: child.identity === undefined ? [] : [child.identity] };
      await records.write(started);
      const followed = await follow(child, observed, logFile, events);
      outcome = followed.outcome;
      // A run that did not end well keeps its record: the next run of the stack then begins with a recovery.
      if (outcome.kind === 'succeeded') await records.remove(run.stack);
      else await records.write({ ...started, ended: followed.exit });
      return outcome;
    } finally {
      lease?.release(outcome?.kind === 'succeeded' ? 'good' : 'suspect');
      await events.close(0);
    }
  };

  const runOnce = async (run: PulumiRun): Promise<PulumiOutcome> => {
    // The run may have waited for its place until the service stopped.
    if (stopping) return { kind: 'interrupted' };
    const { stack, command, operationId, interruptions = 0 } = run;
    const startedAtMs = Date.now();
    const record: RunRecord = {
      ...{ stack, command, runId: randomUUID(), operationId, startedAtMs },
      ...{ host: options.host, processes: [], interruptions },
    };
    const outcome = await runRecorded(run, record).catch((error: unknown): PulumiOutcome => {
      logger.error('pulumi could not run', { stack, error: describeError(error) });
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', failure: { kind: 'service_failed', message } };
    });
    logger.info('pulumi has ended', {
      ...{ stack, command, operationId, ms: Date.now() - startedAtMs, outcome: outcome.kind },
      ...(outcome.kind === 'failed' && { failure: outcome.failure }),
      ...(outcome.kind === 'succeeded' && { changes: outcome.changes }),
    });
    return outcome;
  };

  return {
    async run(run) {
      if (stopping) return { kind: 'interrupted' };
      const work = options.command.limit(() => runOnce(run));
      running.add(work);
      try {
        return await work;
      } finally {
        running.delete(work);
      }
    },
    forget: (stack) => rm(logFileOf(stack), { force: true }),
    async stop(graceMs) {
      stopping = true;
      const timer = setTimeout(() => {
        graceIsOver = true;
        for (const interrupt of interrupts) interrupt();
      }, graceMs);
      await Promise.allSettled(running);
      clearTimeout(timer);
    },
  };
}
