import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATE_BYTES = 20 * 1024 * 1024;
const TAIL_BYTES = 64 * 1024;
const TAIL_LINES = 15;

/**
 * Opens a log for appending; one that has grown too large is renamed to `….1` first.
 *
 * @returns Undefined when there can be no log, as on a full disk: what would write it runs without.
 */
export function openLog(path: string): number | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_BYTES) renameSync(path, `${path}.1`);
    return openSync(path, 'a', 0o600);
  } catch {
    return undefined;
  }
}

/** The last 15 lines of a log, for the message about a part that failed; empty when there is no log. */
export function readLogTail(path: string): string {
  let log: number;
  try {
    log = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(log);
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
    const length = readSync(log, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8', 0, length).trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  } finally {
    closeSync(log);
  }
}
