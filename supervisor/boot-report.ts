import { styleText } from 'node:util';
import { formatDuration } from '../system/duration.ts';
import type { Output } from '../system/output.ts';

const NAME_WIDTH = 34;

/** Shows the progress of the start: one line for each phase, with its time. */
export interface BootReport {
  /** A phase has ended; `detail` describes the result. */
  done(phase: string, ms: number, detail?: string): void;
  /** The current work of a phase that takes long. */
  note(text: string): void;
}

/** Writes plain lines, the same to a terminal and to a log. */
export function createBootReport(output: Output): BootReport {
  return {
    done(phase, ms, detail) {
      const line = `  ${styleText('green', '✓')} ${phase.padEnd(NAME_WIDTH)} ${formatDuration(ms).padStart(8)}`;
      output.write(detail === undefined || detail === '' ? `${line}\n` : `${line}  ${detail}\n`);
    },
    note: (text) => output.write(`  ${text}\n`),
  };
}

/** Writes nothing: scripts read endpoints.json. */
export const silentReport: BootReport = { done: () => {}, note: () => {} };

/** Runs a phase of the start and reports its time. */
export async function timed<Result>(
  report: BootReport,
  phase: string,
  work: () => Promise<Result>,
  detail?: (result: Result) => string,
): Promise<Result> {
  const startedAtMs = performance.now();
  const result = await work();
  report.done(phase, performance.now() - startedAtMs, detail?.(result));
  return result;
}
