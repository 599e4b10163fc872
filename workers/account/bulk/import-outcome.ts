import type { Warning } from '../../http/collection/cautions.ts';
import type { FieldError } from '../../http/problems/request-error.ts';

/** What became of one line of an import; each is one line of the answer. */
export interface LineOutcome {
  readonly line: number;
  /** `skipped`: nothing is wrong with it, but nothing was written. */
  readonly status: 'created' | 'updated' | 'invalid' | 'duplicate' | 'skipped';
  readonly id?: string;
  readonly errors?: readonly FieldError[];
  /** What a create would have warned of; the line is written all the same. */
  readonly warnings?: readonly Warning[];
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
  /** Lines that have warnings; they are among those that were created. */
  readonly warned: number;
  /** Whether the whole body was read; if not, the same request again goes on. */
  readonly complete: boolean;
  readonly dryRun: boolean;
}

/** Adds up outcomes. */
export interface OutcomeCount {
  readonly add: (outcomes: readonly LineOutcome[]) => void;
  readonly summarize: (complete: boolean, dryRun: boolean) => ImportSummary;
}

/** Begins to count. */
export function countOutcomes(): OutcomeCount {
  const counts = { created: 0, updated: 0, invalid: 0, duplicate: 0, skipped: 0 };
  let [lines, warned] = [0, 0];
  return {
    add: (outcomes) => {
      for (const { status, warnings } of outcomes) {
        counts[status] += 1;
        lines += 1;
        if (warnings !== undefined) warned += 1;
      }
    },
    summarize: (complete, dryRun) => ({ lines, ...counts, warned, complete, dryRun }),
  };
}

/** Faults that one line names, and characters of a pointer: what a chunk remembers of its lines has to fit in one row. */
const LINE_ERRORS_MAX = 5;
const POINTER_LENGTH_MAX = 100;

/** The faults of one line as its outcome tells of them: the first few, and how many there are besides. */
export function toLineErrors(errors: readonly FieldError[]): readonly FieldError[] {
  const named = errors.slice(0, LINE_ERRORS_MAX).map(({ pointer, detail }) => ({
    pointer: pointer.slice(0, POINTER_LENGTH_MAX).toWellFormed(),
    detail,
  }));
  const others = errors.length - named.length;
  return others > 0 ? [...named, { pointer: '#', detail: `has ${others} more faults` }] : named;
}
