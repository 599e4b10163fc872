import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineEvent } from '@pulumi/pulumi/automation/events.js';
import { readLogTail } from '../../system/log-file.ts';
import { describeError, type Logger } from '../../system/logger.ts';
import type { ProgramLease, ProgramPool } from '../programs/program-pool.ts';
import { startEventServer } from './event-server.ts';
import { classifyMessages, type PulumiFailure } from './pulumi-failure.ts';
import type { RunRecord, RunRecords } from './run-record.ts';
import { type ProcessExit, type PulumiCommand, startPulumi } from './spawn-pulumi.ts';

/** One change of one stack. */
export interface PulumiRun {
  readonly stack: string;
  readonly command: 'up' | 'destroy' | 'refresh';
  /** Stands in Pulumi's history, so that an update can be traced to what asked for it. */
  readonly operationId: string;
  /** How often this operation was cut off before; see `RunRecord`. Default 0. */
  readonly interruptions?: number;
  readonly args?: readonly string[];
  readonly onEvent?: (event: EngineEvent) => void;
}

/** How a run ended. `interrupted` means that the service is stopping: the run is to be repeated by the next one. */
export type PulumiOutcome =
  | {
      readonly kind: 'succeeded';
      /** Number of resources by what was done with them: `create`, `update`, `same`, … */
      readonly changes: Readonly<Record<string, number>>;
      readonly outputs: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'failed'; readonly failure: PulumiFailure }
  | { readonly kind: 'interrupted' };

export interface PulumiRunner {
  /**
   * Runs one `pulumi` from start to end. Never throws for a run that fails. The stack must have been recovered before,
   * and nobody else may run anything on it meanwhile. A record stays behind unless the run succeeded.
   */
  run(run: PulumiRun): Promise<PulumiOutcome>;
  /** Removes what is kept of the runs of a stack that is gone. */
  forget(stack: string): Promise<void>;
  /** Lets running ones finish within this time, then interrupts them, and waits until all are gone. */
  stop(graceMs: number): Promise<void>;
}

export interface PulumiRunnerOptions {
  readonly command: PulumiCommand;
  readonly pool: ProgramPool;
  readonly records: RunRecords;
  readonly logsDirectory: string;
  readonly logger: Logger;
  /** Resource operations at once within one run. Default 8. */
  readonly parallel?: number;
  /** A run that takes longer is interrupted. Default 20 minutes. */
  readonly timeoutMs?: number;
}

/** After an interrupt the engine waits for what is under way and writes its state; after that it is killed. */
const interruptPatienceMs = 8_000;

/** As much of a log as a reason quotes. */
const logTailCharactersMax = 2_000;

/** Makes the runner of a factory: a single spawn for each run, with events and programs over loopback. */
export function createPulumiRunner(options: PulumiRunnerOptions): PulumiRunner {
  const timeoutMs = options.timeoutMs ?? 20 * 60_000;
  const running = new Map<Promise<unknown>, (reason: 'stopping') => void>();
  let stopping = false;
  const logFileOf = (stack: string) => join(options.logsDirectory, 'pulumi', `${stack}.log`);

  const runOnce = async (run: PulumiRun, onStop: (stop: () => void) => void): Promise<PulumiOutcome> => {
    const { records, logger } = options;
    const observed = observeRun(run.onEvent);
    const record: RunRecord = {
      stack: run.stack,
      command: run.command,
      runId: randomUUID(),
      operationId: run.operationId,
      startedAtMs: Date.now(),
      interruptions: run.interruptions ?? 0,
    };
    const logFile = logFileOf(run.stack);
    const [events, lease] = await Promise.all([
      startEventServer(observed.onEvent),
      run.command === 'up' ? options.pool.lease() : undefined,
      records.write(record),
    ]);
    let outcome: PulumiOutcome = { kind: 'interrupted' };
    try {
      const child = await startPulumi(
        options.command,
        toArguments(run, record, events.address, lease, options.parallel ?? 8),
        logFile,
      );
      await records.write({ ...record, ...(child.identity && { process: child.identity }) });
      let cause: 'timeout' | 'stop' | undefined;
      const interrupt = (why: 'timeout' | 'stop') => {
        cause ??= why;
        child.kill('SIGINT');
        setTimeout(() => child.kill('SIGKILL'), interruptPatienceMs).unref();
      };
      const timer = setTimeout(() => interrupt('timeout'), timeoutMs);
      onStop(() => interrupt('stop'));
      const exit = await child.exited;
      clearTimeout(timer);
      await events.close(2_000);
      const { changes, outputs } = observed;
      if (exit.exitCode === 0) outcome = { kind: 'succeeded', changes: changes(), outputs: outputs() };
      else if (cause === 'stop') outcome = { kind: 'interrupted' };
      else if (cause === 'timeout')
        outcome = { kind: 'failed', failure: { kind: 'timed_out', afterMs: timeoutMs } };
      else outcome = { kind: 'failed', failure: await explainExit(exit, observed.errors(), logFile) };
      await settleRecord(records, record, exit, outcome);
    } catch (error) {
      logger.error('pulumi could not be run', { stack: run.stack, error: describeError(error) });
      const message = error instanceof Error ? error.message : String(error);
      outcome = { kind: 'failed', failure: { kind: 'service_failed', message } };
    } finally {
      lease?.release(outcome.kind === 'succeeded' ? 'good' : 'suspect');
      await events.close(0);
    }
    logger.info('pulumi has ended', {
      stack: run.stack,
      command: run.command,
      operationId: run.operationId,
      ms: Date.now() - record.startedAtMs,
      outcome: outcome.kind,
      ...(outcome.kind === 'failed' && { failure: outcome.failure }),
      ...(outcome.kind === 'succeeded' && { changes: outcome.changes }),
    });
    return outcome;
  };

  return {
    async run(run) {
      if (stopping) return { kind: 'interrupted' };
      let stop = () => {};
      const work = runOnce(run, (interrupt) => {
        stop = interrupt;
      });
      running.set(work, () => stop());
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
        for (const interrupt of running.values()) interrupt('stopping');
      }, graceMs);
      await Promise.allSettled(running.keys());
      clearTimeout(timer);
    },
  };
}

function toArguments(
  run: PulumiRun,
  record: RunRecord,
  eventAddress: string,
  lease: ProgramLease | undefined,
  parallel: number,
): string[] {
  return [
    run.command,
    '--yes',
    '--skip-preview',
    '--non-interactive',
    '--color=never',
    '--suppress-outputs',
    '--skip-plugin-pre-install',
    `--stack=${run.stack}`,
    `--parallel=${parallel}`,
    `--message=${run.operationId}, run ${record.runId}`,
    `--event-log=${eventAddress}`,
    `--exec-kind=${lease === undefined ? 'auto.local' : 'auto.inline'}`,
    ...(lease === undefined ? [] : [`--client=${lease.address}`]),
    ...(run.args ?? []),
  ];
}

/** Collects from the engine's events what the outcome of a run tells. */
function observeRun(forward: PulumiRun['onEvent']) {
  let changes: Readonly<Record<string, number>> = {};
  let outputs: Readonly<Record<string, unknown>> = {};
  const errors: string[] = [];
  return {
    changes: () => changes,
    outputs: () => outputs,
    errors: () => errors,
    onEvent(event: EngineEvent): void {
      if (event.summaryEvent) changes = withoutZeros(event.summaryEvent.resourceChanges);
      if (event.resOutputsEvent?.metadata.type === 'pulumi:pulumi:Stack') {
        outputs = event.resOutputsEvent.metadata.new?.outputs ?? {};
      }
      if (event.diagnosticEvent?.severity === 'error') errors.push(event.diagnosticEvent.message);
      forward?.(event);
    },
  };
}

async function explainExit(
  exit: ProcessExit,
  errors: readonly string[],
  logFile: string,
): Promise<PulumiFailure> {
  if (exit.signal !== null) return { kind: 'killed', signal: exit.signal };
  if (errors.length > 0) return classifyMessages(errors);
  const tail = readLogTail(logFile).trim().slice(-logTailCharactersMax);
  const stated = tail.split('\n').filter((line) => line.startsWith('error:'));
  if (stated.length > 0) return classifyMessages([tail.slice(tail.indexOf('error:'))]);
  return {
    kind: 'service_failed',
    message: `pulumi ended with code ${exit.exitCode} and said no reason: ${tail}`,
  };
}

/**
 * A run that did not end well keeps its record, so that the next one of the stack looks first: at a lock too, whose
 * holder may have been killed without this service having started it.
 */
async function settleRecord(
  records: RunRecords,
  record: RunRecord,
  exit: ProcessExit,
  outcome: PulumiOutcome,
): Promise<void> {
  if (outcome.kind === 'succeeded') await records.remove(record.stack);
  else await records.write({ ...record, ended: exit });
}

function withoutZeros(counts: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([name, count]) => (count ? [[name, count] as const] : [])),
  );
}
