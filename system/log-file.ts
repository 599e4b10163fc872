import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATE_BYTES = 20 * 1024 * 1024;
const TAIL_BYTES = 64 * 1024;
const TAIL_LINES = 15;

/** Opens a log for appending; one that has grown too large is renamed to `….1` first. */
export function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  try {
    if (statSync(path).size > ROTATE_BYTES) renameSync(path, `${path}.1`);
  } catch {
    // The log does not exist yet.
  }
  return openSync(path, 'a', 0o600);
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
