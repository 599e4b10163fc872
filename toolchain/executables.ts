import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** All executables of that name in the folders of PATH, in the order of PATH. */
export function findOnPath(name: string, path: string | undefined): readonly string[] {
  const folders = (path ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...new Set(folders.map((folder) => join(folder, name)))].filter(isExecutable);
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Output of a command on stdout, trimmed; undefined when it cannot be run, fails or times out. */
export async function readOutput(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  timeoutMs: number,
): Promise<string | undefined> {
  try {
    const { stdout } = await run(command, args, { env, timeout: timeoutMs, killSignal: 'SIGKILL' });
    return stdout.trim();
  } catch {
    return undefined;
  }
}
