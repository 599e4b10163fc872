import { CommanderError } from 'commander';
import { ApiProblem, type Problem } from '../clients/typescript/problem.ts';
import { describeFailure } from './client/failure.ts';
import { CommandFailure, Interrupted, UsageFailure } from './command-failure.ts';
import type { CliContext } from './context.ts';

/** Exit codes of the command line, documented in README.md. */
export const exitCodes = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** A failure as `--json` prints it on stderr, in the property `error`. */
export interface ReportedFailure {
  /** For people; it says what to do. */
  readonly message: string;
  readonly exitCode: number;
  /** The problem document of the API that refused, without changes. */
  readonly problem?: Problem;
  /** Names the request in the logs. */
  readonly traceparent?: string;
}

/**
 * Writes on stderr why a command failed: as text, or as one line of JSON, `{"error": …}`.
 *
 * @returns The exit code.
 */
export function reportFailure(context: CliContext, error: unknown, json: boolean): number {
  // Commander has written the help that was asked for.
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
  const failure = toReportedFailure(error);
  if (json) context.stderr.write(`${JSON.stringify({ error: failure })}\n`);
  // It has written its own message, too.
  else if (!(error instanceof CommanderError)) context.stderr.write(`freehold: ${failure.message}\n`);
  return failure.exitCode;
}

function toReportedFailure(error: unknown): ReportedFailure {
  if (error instanceof CommanderError)
    return { message: error.message.replace(/^error: /, ''), exitCode: exitCodes.usage };
  if (error instanceof UsageFailure) return { message: error.message, exitCode: exitCodes.usage };
  const message = describeFailure(error) ?? describeBug(error);
  if (error instanceof Interrupted) return { message, exitCode: exitCodes.interrupted };
  const refusal = error instanceof CommandFailure ? error.cause : error;
  if (!(refusal instanceof ApiProblem)) return { message, exitCode: exitCodes.failed };
  const traceparent = refusal.response.headers.get('traceparent');
  return {
    message,
    exitCode: exitCodes.failed,
    problem: refusal.problem,
    ...(traceparent === null ? {} : { traceparent }),
  };
}

function describeBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
