import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a command in the foreground, forwards SIGINT and SIGTERM to it and waits for its end.
 *
 * @returns Its exit code, 128 + signal when a signal ended it.
 */
export function runChild(command: string, args: readonly string[], options: SpawnOptions): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return waitForExit(child).finally(() => {
    process.off('SIGINT', forward).off('SIGTERM', forward);
  });
}

/** Exit code of a started child; rejects when it could not be started. */
export function waitForExit(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
