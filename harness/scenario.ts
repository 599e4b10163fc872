import { beforeEach } from 'vitest';

/**
 * Makes the tests of a suite the steps of one scenario, in which each goes on where the one before has left things. After
 * a step that fails the others are skipped and name it, so that one fault is reported once.
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
