import type { Warning } from '../../http/collection/warnings.ts';
import type { FieldError } from '../../http/problems/request-error.ts';

/** The outcome of one line of an import, sent as one line of the response. */
export interface LineOutcome {
  readonly line: number;
  /** `skipped`: the line is valid, but nothing was written. */
  readonly status: 'created' | 'updated' | 'invalid' | 'duplicate' | 'skipped';
  readonly id?: string;
  readonly errors?: readonly FieldError[];
  /** Warnings that a create would give; the line is written. */
  readonly warnings?: readonly Warning[];
  /** Why a line without errors was not written. */
  readonly detail?: string;
}

/** A line of the response that says what its outcomes mean together. */
export interface ImportNotice {
  /** In kebab-case. */
  readonly code: string;
  readonly detail: string;
}

/** Lines that a notice names. */
const NAMED_LINES_MAX = 10;

/**
 * Says before the outcomes of a chunk that none of its lines was written, and why: the many skipped lines hide the few
 * that must be corrected.
 *
 * @returns undefined when a line was written, or none has faults.
 */
export function noticeOf(outcomes: readonly LineOutcome[], dryRun: boolean): ImportNotice | undefined {
  const isWritten = ({ status }: LineOutcome) => status === 'created' || status === 'updated';
  const bad = outcomes.filter((outcome) => !isWritten(outcome) && outcome.errors !== undefined);
  if (bad.length === 0 || outcomes.some(isWritten)) return undefined;
  const lines = bad.map(({ line }) => line);
  const [first = 0] = outcomes.map(({ line }) => line);
  const last = outcomes.at(-1)?.line ?? 0;
  const more = lines.length > NAMED_LINES_MAX ? ` and ${lines.length - NAMED_LINES_MAX} more` : '';
  const those = lines.slice(0, NAMED_LINES_MAX).join(', ');
  const [because, it] = lines.length === 1 ? [`line ${those}`, 'it'] : [`lines ${those}${more}`, 'them'];
  const were = dryRun ? 'would be written' : 'was written';
  return {
    code: 'chunk-not-written',
    detail: `None of the lines ${first} to ${last} ${were}, because of ${because}. Correct ${it}, or send onInvalid=skip-line to write the others.`,
  };
}

/** The number of lines with each outcome; the last line of the response. */
export interface ImportSummary {
  readonly lines: number;
  readonly created: number;
  readonly updated: number;
  readonly invalid: number;
  readonly duplicate: number;
  readonly skipped: number;
  /** Lines that were created with warnings. */
  readonly warned: number;
  /** Whether the whole body was read; if not, sending the same request again continues the import. */
  readonly complete: boolean;
  readonly dryRun: boolean;
}

/** Counts outcomes. */
export interface OutcomeCount {
  readonly add: (outcomes: readonly LineOutcome[]) => void;
  readonly summarize: (complete: boolean, dryRun: boolean) => ImportSummary;
}

/** Starts a count. */
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

/** Maximum errors per line and characters per pointer: the results of a chunk must fit in one row. */
const LINE_ERRORS_MAX = 5;
const POINTER_LENGTH_MAX = 100;

/** The errors of a line for its outcome: the first few, and the number of others. */
export function toLineErrors(errors: readonly FieldError[]): readonly FieldError[] {
  const named = errors.slice(0, LINE_ERRORS_MAX).map(({ pointer, detail }) => ({
    pointer: pointer.slice(0, POINTER_LENGTH_MAX).toWellFormed(),
    detail,
  }));
  const others = errors.length - named.length;
  return others > 0 ? [...named, { pointer: '#', detail: `has ${others} more faults` }] : named;
}
