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

/** The Pulumi CLI of one factory. */
export interface PulumiCommand {
  readonly path: string;
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Starts the CLI with its output in a file: on a pipe it would die of SIGPIPE when the service does, in the middle of
 * whatever it is writing to its state.
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

/**
 * Runs a short command (`stack export`, `cancel`, `config set`) to its end.
 *
 * @param input Text for its standard input. Default: none.
 * @param timeoutMs After this it is killed. Default 60 000.
 */
export async function runPulumi(
  command: PulumiCommand,
  args: readonly string[],
  { input = '', timeoutMs = 60_000 }: { readonly input?: string; readonly timeoutMs?: number } = {},
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
  return new Promise((resolve, reject) => {
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
}
