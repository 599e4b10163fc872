import { beforeEach } from 'vitest';

/**
 * Makes the tests of a suite the steps of one scenario: each continues with the result of the previous one. After a failed
 * step the others are skipped and name it, so that one fault is reported once.
 */
export function stepsOfOneScenario(): void {
  let failed: string | undefined;
  beforeEach(({ task, skip, onTestFailed }) => {
    skip(failed !== undefined, `the step before failed: ${failed}`);
    onTestFailed(() => {
      failed = task.name;
    });
  });
}
