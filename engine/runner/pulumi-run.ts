import type { EngineEvent } from '@pulumi/pulumi/automation/events.js';
import type { ProgramLease } from '../programs/program-pool.ts';
import type { RunRecord } from './run-records.ts';

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

/**
 * The command line of a run.
 *
 * @param eventAddress Where the engine sends its events.
 * @param lease The program of an `up`; no other command runs one.
 * @param parallel Resource operations at once.
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
