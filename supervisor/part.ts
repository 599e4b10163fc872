import { type ChildProcess, fork } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLog, readLogTail } from '../system/log-file.ts';
import { parseFailed } from '../system/part-messages.ts';

/** After this time a part counts as stable: a later crash starts a new series. */
const WELL_AFTER_MS = 60_000;
const BACKOFF_FIRST_MS = 100;
const BACKOFF_MAX_MS = 2_000;

/** How to start one process of the factory. */
export interface PartOptions<Ready> {
  readonly name: string;
  /** Program to run. */
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Reads the message that reports readiness; undefined for any other message. */
  parseReady(message: unknown): Ready | undefined;
  /** Called with every message of the part. */
  onMessage?(message: unknown): void;
  /** Called when the part has crashed and is restarted. */
  onRestart?(reason: string): void;
  /** Called once when the part has crashed too often and is not restarted any more. */
  onGivenUp?(reason: string): void;
  /** Time limit after SIGTERM for the part to end by itself. */
  readonly stopTimeoutMs: number;
  /** Consecutive crashes after which the part is abandoned. @default 10 */
  readonly crashesMax?: number;
}

/** A process of the factory that is restarted after a crash. */
export interface Part<Ready> {
  /** The part's message when it was first ready; rejects when it ends before that. */
  readonly ready: Promise<Ready>;
  /** Stops the part and all its child processes, and waits for their end. */
  stop(): Promise<void>;
}

/**
 * Runs a part of the factory in its own process and restarts it after a crash.
 *
 * The part leads a process group: Ctrl-C in a terminal reaches only the supervisor, which stops the parts in order, and
 * the children of a killed part can be stopped with it.
 */
export function startPart<Ready>(options: PartOptions<Ready>): Part<Ready> {
  const ready = Promise.withResolvers<Ready>();
  const crashesMax = options.crashesMax ?? 10;
  let crashes = 0;
  let wasReady = false;
  let failure: string | undefined;
  let stopping = false;
  let child = start();

  function start(): ChildProcess {
    const startedAtMs = Date.now();
    const log = openLog(options.logFile);
    const started = fork(options.file, {
      env: options.env,
      detached: true,
      stdio: ['ignore', log ?? 'ignore', log ?? 'ignore', 'ipc'],
    });
    if (log !== undefined) closeSync(log);
    started.on('message', (message) => {
      const answer = options.parseReady(message);
      if (answer !== undefined) {
        wasReady = true;
        ready.resolve(answer);
      }
      failure = parseFailed(message) ?? failure;
      options.onMessage?.(message);
    });
    started.once('error', (error) => {
      ready.reject(error);
      // Without a process there is no exit either.
      if (wasReady && !stopping && started.pid === undefined)
        restart(`${options.name} could not be started (${error.message})`, 0);
    });
    started.once('exit', (code, signal) => {
      // After a crash the next process cleans up itself, and more gently: an engine may still be working.
      if (stopping || !wasReady) killGroup(started);
      if (stopping) return;
      const how = signal === null ? `with code ${code}` : `by ${signal}`;
      if (wasReady) restart(`${options.name} ended ${how}`, Date.now() - startedAtMs);
      else ready.reject(new Error(endedEarly(options, how, failure)));
    });
    return started;
  }

  function restart(reason: string, livedMs: number): void {
    crashes = livedMs >= WELL_AFTER_MS ? 1 : crashes + 1;
    if (crashes > crashesMax) {
      options.onGivenUp?.(`${reason}, ${crashes} times in a row; its log: ${options.logFile}`);
      return;
    }
    options.onRestart?.(reason);
    const backoffMs = Math.min(BACKOFF_FIRST_MS * 2 ** (crashes - 1), BACKOFF_MAX_MS);
    setTimeout(() => {
      if (!stopping) child = start();
    }, backoffMs);
  }

  return {
    ready: ready.promise,
    async stop() {
      stopping = true;
      // A part that is stopped before it is ready may have no caller that awaits it.
      ready.promise.catch(() => {});
      ready.reject(new Error(`${options.name} was ended`));
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const cancelled = new AbortController();
      const timeout = sleep(options.stopTimeoutMs, 'late', { signal: cancelled.signal }).catch(() => 'gone');
      if ((await Promise.race([gone, timeout])) === 'late') child.kill('SIGKILL');
      cancelled.abort();
      await gone;
    },
  };
}

/** Stops the remaining processes of the part's group; usually there are none. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is empty.
  }
}

function endedEarly(
  { name, logFile }: PartOptions<unknown>,
  how: string,
  failure: string | undefined,
): string {
  if (failure !== undefined) return `${name} cannot start: ${failure}\nIts log: ${logFile}`;
  return `${name} ended ${how} before it was ready. The end of ${logFile}:\n${readLogTail(logFile)}`;
}
