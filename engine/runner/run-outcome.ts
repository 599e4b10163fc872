import type { EngineEvent } from '@pulumi/pulumi/automation/events.js';
import { readLogTail } from '../../system/log-file.ts';
import { classifyMessages, type PulumiFailure } from './pulumi-failure.ts';
import type { ProcessExit } from './spawn-pulumi.ts';

/** How a run ended. `interrupted` means that the service is stopping; the next service repeats the run. */
export type PulumiOutcome =
  | {
      readonly kind: 'succeeded';
      /** Number of resources by the kind of change: `create`, `update`, `same`, … */
      readonly changes: Readonly<Record<string, number>>;
      readonly outputs: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'failed'; readonly failure: PulumiFailure }
  | { readonly kind: 'interrupted' };

/** Longest part of a log that a reason quotes. */
const logTailCharactersMax = 2_000;

/** What the engine's events say about a run. */
export interface ObservedRun {
  changes(): Readonly<Record<string, number>>;
  outputs(): Readonly<Record<string, unknown>>;
  /** Errors in the order of arrival, the root cause first. */
  errors(): readonly string[];
  onEvent(event: EngineEvent): void;
}

/** Collects the outcome of a run from the engine's events, and forwards each event. */
export function observeRun(forward: ((event: EngineEvent) => void) | undefined): ObservedRun {
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

/**
 * Returns how a run ended.
 *
 * @param cause Why this service interrupted it, if it did.
 * @param timeoutMs Time limit of the run.
 */
export function toOutcome(
  exit: ProcessExit,
  cause: 'timeout' | 'stop' | undefined,
  observed: ObservedRun,
  logFile: string,
  timeoutMs: number,
): PulumiOutcome {
  if (exit.exitCode === 0) {
    return { kind: 'succeeded', changes: observed.changes(), outputs: observed.outputs() };
  }
  if (cause === 'stop') return { kind: 'interrupted' };
  if (cause === 'timeout') return { kind: 'failed', failure: { kind: 'timed_out', afterMs: timeoutMs } };
  return { kind: 'failed', failure: explainExit(exit, observed.errors(), logFile) };
}

/** Uses the log when the engine reported no error: a command that is refused outright sends no events. */
function explainExit(exit: ProcessExit, errors: readonly string[], logFile: string): PulumiFailure {
  if (exit.signal !== null) return { kind: 'killed', signal: exit.signal };
  if (errors.length > 0) return classifyMessages(errors);
  const tail = readLogTail(logFile).trim().slice(-logTailCharactersMax);
  const stated = tail.split('\n').filter((line) => line.startsWith('error:'));
  if (stated.length > 0) return classifyMessages([tail.slice(tail.indexOf('error:'))]);
  return {
    kind: 'service_failed',
    message: `pulumi ended with code ${exit.exitCode} and gave no reason: ${tail}`,
  };
}

function withoutZeros(counts: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([name, count]) => (count ? [[name, count] as const] : [])),
  );
}
