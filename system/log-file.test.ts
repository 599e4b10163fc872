import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLogTail } from './log-file.ts';

describe('the tail of a log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'freehold-log-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is its last 15 lines, however long the log is', () => {
    const path = join(folder, 'long.log');
    const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    expect(readLogTail(path).split('\n')).toEqual(lines.slice(-15));
  });

  it('is all of a short log, and empty for a missing one', () => {
    const path = join(folder, 'short.log');
    writeFileSync(path, 'one\ntwo\n');
    expect(readLogTail(path)).toBe('one\ntwo');
    expect(readLogTail(join(folder, 'none.log'))).toBe('');
  });
});
