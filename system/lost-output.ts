import { fstatSync, writeSync } from 'node:fs';

/**
 * Keeps a process alive whose output cannot be written, because the disk is full or the reader has gone: without a
 * listener, Node ends it.
 */
export function surviveLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/**
 * Writes a line to standard output. One that a full disk does not take is dropped, and the next one is tried again: a
 * stream of Node would give up for good.
 */
export function writeOutputLine(line: string): void {
  if (!isFile(process.stdout.fd)) {
    process.stdout.write(`${line}\n`);
    return;
  }
  try {
    writeSync(process.stdout.fd, `${line}\n`);
  } catch {
    // There is no other place to say so.
  }
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
