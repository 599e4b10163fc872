import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatTally, readTally } from './test-tally.ts';

describe('the closing line of npm test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'freehold-tally-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function tallyOf(result: object) {
    const path = join(folder, 'result.json');
    const counts = {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [],
    };
    writeFileSync(path, JSON.stringify({ ...counts, ...result }));
    return readTally(path);
  }

  it('counts passed and failed tests, and skipped ones when there are any', () => {
    expect(formatTally({ passed: 312, failed: 0, skipped: 0 })).toBe('312 passed, 0 failed');
    expect(formatTally({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
  });

  it('counts a file that cannot be loaded as failed', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{}] };
    expect(tallyOf({ numPassedTests: 5, numFailedTests: 1, testResults: [broken, failing] })).toEqual({
      passed: 5,
      failed: 2,
      skipped: 0,
    });
  });

  it('is absent when the run ended before it reported', () => {
    expect(readTally(join(folder, 'nothing.json'))).toBeUndefined();
  });
});
