import { type FreeholdHome, freeholdHome } from '../system/home/home.ts';
import type { Output } from '../system/output.ts';

/** What a command gets from outside: nothing else reads the environment or writes to the terminal. */
export interface CliContext {
  readonly home: FreeholdHome;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether a person is there to answer a question. */
  readonly interactive: boolean;
  /** Asks the person at the terminal; only where `interactive`. */
  ask(question: string): Promise<string>;
}

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
    ask: async (question) => {
      const { createInterface } = await import('node:readline/promises');
      const terminal = createInterface({ input: process.stdin, output: process.stdout });
      return terminal.question(question).finally(() => terminal.close());
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
