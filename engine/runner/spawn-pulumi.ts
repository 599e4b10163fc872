import { spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { identifyProcess, type ProcessIdentity } from '../../system/process-identity.ts';

/** How a process ended: with an exit code, or by a signal. */
export interface ProcessExit {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A `pulumi` that was started. */
export interface PulumiProcess {
  /** Undefined when it was gone before it could be looked at. */
  readonly identity: ProcessIdentity | undefined;
  readonly exited: Promise<ProcessExit>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs some work when one of a set number of places is free, and answers what it answers. */
export type ProcessLimit = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** The Pulumi CLI of one factory. */
export interface PulumiCommand {
  readonly path: string;
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Bounds how many of its processes run at once. Work that has a place must not wait for another. */
  readonly limit: ProcessLimit;
}

/**
 * Starts the CLI with its output in a file: on a pipe it would die of SIGPIPE when the service does, in the middle of
 * whatever it is writing to its state. The caller holds a place of `command.limit` until the process has ended.
 *
 * @returns `exited` rejects when there is no such program; nothing else is thrown for a process that fails.
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
      // Ctrl-C in a terminal must not interrupt it: the service asks it to stop when it stops itself.
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

/** What a short `pulumi` command that changes no resource answered. */
export interface PulumiResult extends ProcessExit {
  readonly stdout: string;
  readonly stderr: string;
}

/** How a short command is run. */
export interface ShortCommandOptions {
  /** Text for its standard input. Default: none. */
  readonly input?: string;
  /** After this it is killed. Default 60 000. */
  readonly timeoutMs?: number;
  /** Told of the process as soon as it runs; the command is waited for only after that. Default: nobody is. */
  readonly onStart?: (process: ProcessIdentity) => Promise<void>;
}

/**
 * Runs a short command (`stack export`, `cancel`, `config set`) to its end, as soon as there is a place for it.
 *
 * @returns How it ended, whatever that was. Throws when it cannot be started.
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
