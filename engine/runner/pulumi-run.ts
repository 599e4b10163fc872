import type { EngineEvent } from '@pulumi/pulumi/automation/events.js';
import type { ProgramLease } from '../programs/program-pool.ts';
import type { RunRecord } from './run-records.ts';

/** One change of one stack. */
export interface PulumiRun {
  readonly stack: string;
  readonly command: 'up' | 'destroy' | 'refresh';
  /** Written to Pulumi's history, so that an update can be traced to the operation that made it. */
  readonly operationId: string;
  /** How many times this operation was interrupted before; see `RunRecord`. Default 0. */
  readonly interruptions?: number;
  readonly args?: readonly string[];
  readonly onEvent?: (event: EngineEvent) => void;
}

/**
 * The command line of a run.
 *
 * @param eventAddress Where the engine sends its events.
 * @param lease The program of an `up`; other commands run no program.
 * @param parallel Number of concurrent resource operations.
 */
export function toArguments(
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
