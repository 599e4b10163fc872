import { glob, open } from 'node:fs/promises';
import { join } from 'node:path';

/** The log of one part, and how far it has been read. */
export interface LogFile {
  /** The part, such as `automation`; the log of one stack's runs is `pulumi/<stack>`. */
  readonly name: string;
  readonly path: string;
  /** Bytes of complete lines read so far; undefined before the first time. */
  readBytes: number | undefined;
}

/** Read from the end of a log the first time. */
const tailBytesMax = 512 * 1024;

/** The logs in the folder, by name. */
export async function findLogs(folder: string): Promise<readonly LogFile[]> {
  const logs: LogFile[] = [];
  for await (const file of glob('{*,pulumi/*}.log', { cwd: folder })) {
    const name = file.replaceAll('\\', '/').replace(/\.log$/, '');
    logs.push({ name, path: join(folder, file), readBytes: undefined });
  }
  return logs.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Reads the complete lines that were written since the last time, and the end of the file the first time. A file that has
 * become shorter was begun again, and is read from its beginning.
 */
export async function readNewLines(log: LogFile): Promise<readonly string[]> {
  const file = await open(log.path, 'r').catch(() => undefined);
  if (file === undefined) return [];
  try {
    const { size } = await file.stat();
    const start = log.readBytes ?? Math.max(0, size - tailBytesMax);
    const from = size < start ? 0 : start;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const complete = buffer.subarray(0, buffer.lastIndexOf('\n', bytesRead - 1) + 1);
    const lines = complete.toString('utf8').split('\n').slice(0, -1);
    // Where the reading begins in the middle of a file, it begins in the middle of a line.
    const isCut = log.readBytes === undefined && from > 0;
    log.readBytes = from + complete.length;
    return isCut ? lines.slice(1) : lines;
  } finally {
    await file.close();
  }
}
