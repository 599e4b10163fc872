import { setTimeout as sleep } from 'node:timers/promises';
import { type FreeholdHome, freeholdHome } from '../system/home/home.ts';
import type { Output } from '../system/output.ts';
import { askPerson } from './ask-person.ts';

/** What a command gets from outside: nothing else reads the environment or writes to the terminal. */
export interface CliContext {
  readonly home: FreeholdHome;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether a person is there to answer a question. */
  readonly interactive: boolean;
  /**
   * Asks the person at the terminal; only where `interactive`.
   *
   * @throws {Interrupted} when the answer is Ctrl-C or Ctrl-D.
   */
  ask(question: string): Promise<string>;
  /** Does work whose signal is aborted by Ctrl-C. A second Ctrl-C ends the process. */
  untilInterrupted<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  /** Waits, in milliseconds, or until the signal is aborted. Never rejects. */
  wait(durationMs: number, signal: AbortSignal): Promise<void>;
  /** Opens an address in the person's browser; only where `interactive`. Does nothing where there is no browser. */
  openInBrowser(url: string): Promise<void>;
}

/** A second Ctrl-C later than this, in milliseconds, is another one. */
const REPEATED_MS = 500;
/** Exit code of a process that Ctrl-C ends. */
const INTERRUPTED = 130;

/** The context of this process. */
export function processContext(): CliContext {
  // biome-ignore lint/style/noProcessEnv: the environment boundary of the process
  const env = process.env;
  return {
    home: freeholdHome(env),
    env,
    stdout: process.stdout,
    stderr: process.stderr,
    interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    ask: (question) => askPerson(question, process.stdin, process.stdout),
    async untilInterrupted(work) {
      const controller = new AbortController();
      let abortedAtMs = 0;
      const abort = (): void => {
        // A terminal sends the first one twice: to this process, and to its launcher, which passes it on.
        if (controller.signal.aborted && Date.now() - abortedAtMs > REPEATED_MS) process.exit(INTERRUPTED);
        abortedAtMs ||= Date.now();
        controller.abort();
      };
      process.on('SIGINT', abort);
      return work(controller.signal).finally(() => {
        // After a Ctrl-C the process ends by itself; its second copy must not cut that short.
        if (!controller.signal.aborted) process.off('SIGINT', abort);
      });
    },
    wait: (durationMs, signal) => sleep(durationMs, undefined, { signal }).catch(() => {}),
    async openInBrowser(url) {
      const { default: open } = await import('open');
      const browser = await open(url).catch(() => undefined);
      browser?.on('error', () => {});
    },
  };
}

/** Writes a value as JSON for scripts, or as text for people. */
export function print(
  context: CliContext,
  json: boolean | undefined,
  value: unknown,
  text: () => string,
): void {
  context.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${text()}\n`);
}

/** Width of the terminal in characters; unlimited where the output is not a terminal and COLUMNS is not set. */
export function widthOf({ stdout, env }: Pick<CliContext, 'stdout' | 'env'>): number {
  return stdout.columns || Number(env.COLUMNS) || Number.POSITIVE_INFINITY;
}
