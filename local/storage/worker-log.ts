import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Above this size the file is renamed to `workers.previous.log` when the cloud starts. */
const sizeBytesMax = 10 * 1024 * 1024;

/** The output of Workers and of workerd: a log file, never the console. */
export class WorkerLog {
  readonly file: string;
  readonly #stream: WriteStream;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.file = path.join(directory, 'workers.log');
    if (existsSync(this.file) && statSync(this.file).size > sizeBytesMax) {
      renameSync(this.file, path.join(directory, 'workers.previous.log'));
    }
    this.#stream = createWriteStream(this.file, { flags: 'a', mode: 0o600 });
  }

  /** Copies each line of a stream, prefixed with the time. */
  follow(source: NodeJS.ReadableStream): void {
    createInterface({ input: source }).on('line', (line) => this.write(line));
  }

  write(line: string): void {
    if (!this.#stream.writableEnded) this.#stream.write(`${new Date().toISOString()} ${line}\n`);
  }

  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#stream.end(resolve);
    await promise;
  }
}
