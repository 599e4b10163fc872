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
   * Runs one `pulumi` from start to end, as soon as there is a place for it. Never throws for a run that fails. The
   * stack must have been recovered before, and nothing else may run on it meanwhile. A record stays behind unless the
   * run succeeded.
   */
  run(run: PulumiRun): Promise<PulumiOutcome>;
  /** Removes what is kept of the runs of a stack that is gone. */
  forget(stack: string): Promise<void>;
  /**
   * Lets running ones finish within this time, then interrupts them, and waits until all are gone. Those that wait for
   * a place are interrupted without having begun.
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
  /** Resource operations at once within one run. Default 8. */
  readonly parallel?: number;
  /** A run that takes longer is interrupted. Default 20 minutes. */
  readonly timeoutMs?: number;
}

/** After an interrupt the engine waits for what is under way and writes its state; after that it is killed. */
const interruptPatienceMs = 8_000;

/** How long the end of the events is waited for once `pulumi` has ended; all of them are usually there. */
const eventsPatienceMs = 2_000;

/** Makes the runner of a factory: a single spawn for each run, with events and programs over loopback. */
export function createPulumiRunner(options: PulumiRunnerOptions): PulumiRunner {
  const { records, logger } = options;
  const timeoutMs = options.timeoutMs ?? 20 * 60_000;
  const running = new Set<Promise<unknown>>();
  const interrupts = new Set<() => void>();
  let stopping = false;
  let graceIsOver = false;
  const logFileOf = (stack: string) => join(options.logsDirectory, 'pulumi', `${stack}.log`);

  /** Waits for a running `pulumi`, interrupts it when it takes too long or the service stops, and says how it ended. */
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
      // A run that did not end well keeps its record, so that the next one of the stack looks first.
      if (outcome.kind === 'succeeded') await records.remove(run.stack);
      else await records.write({ ...started, ended: followed.exit });
      return outcome;
    } finally {
      lease?.release(outcome?.kind === 'succeeded' ? 'good' : 'suspect');
      await events.close(0);
    }
  };

  const runOnce = async (run: PulumiRun): Promise<PulumiOutcome> => {
    // It may have waited for its place until the service stops.
    if (stopping) return { kind: 'interrupted' };
    const { stack, command, operationId, interruptions = 0 } = run;
    const startedAtMs = Date.now();
    const record: RunRecord = {
      ...{ stack, command, runId: randomUUID(), operationId, startedAtMs },
      ...{ host: options.host, processes: [], interruptions },
    };
    const outcome = await runRecorded(run, record).catch((error: unknown): PulumiOutcome => {
      logger.error('pulumi could not be run', { stack, error: describeError(error) });
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
