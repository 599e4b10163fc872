import { spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { identifyProcess, type ProcessIdentity } from '../../system/process-identity.ts';

/** How a process ended: with an exit code, or by a signal. */
export interface ProcessExit {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A started `pulumi` process. */
export interface PulumiProcess {
  /** Undefined when it ended before it could be identified. */
  readonly identity: ProcessIdentity | undefined;
  readonly exited: Promise<ProcessExit>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs a task when one of a limited number of places is free, and returns the task's result. */
export type ProcessLimit = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** The Pulumi CLI of one factory. */
export interface PulumiCommand {
  readonly path: string;
  readonly cwd: string;
  /** The complete environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Limits how many of its processes run at once. A task that has a place must not wait for another place. */
  readonly limit: ProcessLimit;
}

/**
 * Starts the CLI with its output in a file: with a pipe, the end of the service would kill it by SIGPIPE, possibly
 * while it writes its state. The caller holds a place of `command.limit` until the process has ended.
 *
 * @returns `exited` rejects when the program does not exist; a process that fails does not throw.
 */
export async function startPulumi(
  command: PulumiCommand,
  args: readonly string[],
  logFile: string,
): Promise<PulumiProcess> {
  await mkdir(dirname(logFile), { recursive: true });
  const log = await open(logFile, 'w');
  try {
    const child = spawn(command.path, args, {
      cwd: command.cwd,
      env: command.env,
      stdio: ['ignore', log.fd, log.fd],
      // Ctrl-C in a terminal must not interrupt it: the service stops it when it stops itself.
      detached: true,
    });
    const exited = new Promise<ProcessExit>((resolve, reject) => {
      child.once('error', (error) => reject(new Error(`pulumi could not be started: ${error.message}`)));
      child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
    });
    exited.catch(() => {});
    const identity = child.pid === undefined ? undefined : await identifyProcess(child.pid);
    return { identity, exited, kill: (signal) => child.kill(signal) };
  } finally {
    await log.close();
  }
}

/** The result of a short `pulumi` command that changes no resource. */
export interface PulumiResult extends ProcessExit {
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run a short command. */
export interface ShortCommandOptions {
  /** Text for its standard input. Default: none. */
  readonly input?: string;
  /** The command is killed after this time. Default 60 000. */
  readonly timeoutMs?: number;
  /** Called with the process as soon as it runs; the command is awaited only after that. Default: nothing. */
  readonly onStart?: (process: ProcessIdentity) => Promise<void>;
}

/**
 * Runs a short command (`stack export`, `cancel`, `config set`) to its end, as soon as a place is free.
 *
 * @returns How it ended. Throws only when it cannot be started.
 */
export function runPulumi(
  command: PulumiCommand,
  args: readonly string[],
  options: ShortCommandOptions = {},
): Promise<PulumiResult> {
  return command.limit(() => runShort(command, args, options));
}

async function runShort(
  command: PulumiCommand,
  args: readonly string[],
  { input = '', timeoutMs = 60_000, onStart }: ShortCommandOptions,
): Promise<PulumiResult> {
  const child = spawn(command.path, [...args, '--non-interactive', '--color', 'never'], {
    cwd: command.cwd,
    env: command.env,
    stdio: 'pipe',
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A command that does not read its input may close it first.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<PulumiResult>((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`pulumi could not be started: ${error.message}`)));
    child.once('close', (exitCode, signal) =>
      resolve({
        exitCode,
        signal,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
  ended.catch(() => {});
  try {
    const identity = onStart && child.pid !== undefined ? await identifyProcess(child.pid) : undefined;
    if (identity !== undefined) await onStart?.(identity);
  } catch (error) {
    child.kill('SIGKILL');
    await ended;
    throw error;
  }
  return ended;
}
