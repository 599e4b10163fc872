import { Interrupted } from './command-failure.ts';

/**
 * Asks a question at a terminal.
 *
 * @throws {Interrupted} when the person answers with Ctrl-C or Ctrl-D.
 */
export async function askPerson(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input, output });
  // Both close the terminal.
  const closed = new AbortController();
  terminal.once('close', () => closed.abort());
  try {
    return await terminal.question(question, { signal: closed.signal });
  } catch {
    output.write('\n');
    throw new Interrupted('there was no answer: nothing was done');
  } finally {
    terminal.close();
  }
}
