import type { Summary } from './statistics.ts';

/** One line of a table of results. */
export interface Measurement {
  /** What was measured, e.g. `no-op up, one pulumi process`. */
  readonly name: string;
  readonly unit: 'ms' | 's' | 'GB' | 'MB' | 'KB' | 'calls' | 'requests/s';
  readonly value: Summary;
  /** What the figure is compared with: a target of the project, or the name of another measurement of this run. */
  readonly comparedTo?: string;
}

/** A benchmark, run by `npm run bench -- NAME`. */
export interface Suite {
  readonly name: string;
  /** What it measures and how; printed above its table. */
  readonly description: string;
  run(say: (line: string) => void): Promise<readonly Measurement[]>;
}
