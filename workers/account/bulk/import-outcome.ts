import type { FieldError } from '../../http/request-error.ts';

/** What became of one line of an import; each is one line of the answer. */
export interface LineOutcome {
  readonly line: number;
  /** `skipped`: nothing is wrong with it, but nothing was written. */
  readonly status: 'created' | 'updated' | 'invalid' | 'duplicate' | 'skipped';
  readonly id?: string;
  readonly errors?: readonly FieldError[];
  /** Why a line without errors was not written. */
  readonly detail?: string;
}

/** How many lines came to which end; the last line of the answer. */
export interface ImportSummary {
  readonly lines: number;
  readonly created: number;
  readonly updated: number;
  readonly invalid: number;
  readonly duplicate: number;
  readonly skipped: number;
  /** Whether the whole body was read; if not, the same request again goes on. */
  readonly complete: boolean;
  readonly dryRun: boolean;
}

/** Counts outcomes. */
export function summarize(
  counts: ReadonlyMap<LineOutcome['status'], number>,
  complete: boolean,
  dryRun: boolean,
): ImportSummary {
  const count = (status: LineOutcome['status']) => counts.get(status) ?? 0;
  const [created, updated, invalid] = [count('created'), count('updated'), count('invalid')];
  const [duplicate, skipped] = [count('duplicate'), count('skipped')];
  const lines = created + updated + invalid + duplicate + skipped;
  return { lines, created, updated, invalid, duplicate, skipped, complete, dryRun };
}
