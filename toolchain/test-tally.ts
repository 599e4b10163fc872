import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

const ResultSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

/** Numbers of tests in one run, by outcome. */
export interface TestTally {
  readonly passed: number;
  /** A file that could not be loaded counts as one failed test. */
  readonly failed: number;
  readonly skipped: number;
}

/** Reads the report of Vitest's JSON reporter; undefined when there is none. */
export function readTally(path: string): TestTally | undefined {
  if (!existsSync(path)) return undefined;
  const result = v.parse(ResultSchema, JSON.parse(readFileSync(path, 'utf8')));
  const unloaded = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + unloaded.length,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** The closing line of a run, such as `312 passed, 0 failed`. */
export function formatTally({ passed, failed, skipped }: TestTally): string {
  const counts = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? counts : `${counts}, ${skipped} skipped`;
}
