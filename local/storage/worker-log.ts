import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Above this size the file is renamed to `workers.previous.log` when the cloud starts. */
const sizeBytesMax = 10 * 1024 * 1024;

/**
 * The output of Workers and of workerd: a log file, never the console. A line that cannot be written, such as on a full
 * disk, is dropped: the cloud does not end for it, and the log goes on when there is room again.
 */
export class WorkerLog {
  readonly file: string;
  #descriptor: number | undefined;

  constructor(directory: string) {
    this.file = path.join(directory, 'workers.log');
    try {
      mkdirSync(directory, { recursive: true });
      if ((statSync(this.file, { throwIfNoEntry: false })?.size ?? 0) > sizeBytesMax) {
        renameSync(this.file, path.join(directory, 'workers.previous.log'));
      }
      this.#descriptor = openSync(this.file, 'a', 0o600);
    } catch {
      // Without its log the cloud does everything else.
    }
  }

  /** Copies each line of a stream, prefixed with the time. */
  follow(source: NodeJS.ReadableStream): void {
    createInterface({ input: source }).on('line', (line) => this.write(line));
  }

  write(line: string): void {
    if (this.#descriptor === undefined) return;
    try {
      writeSync(this.#descriptor, `${new Date().toISOString()} ${line}\n`);
    } catch {
      // Dropped.
    }
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
