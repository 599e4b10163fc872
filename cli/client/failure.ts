import { ApiProblem } from '../../clients/typescript/problem.ts';
import { describeFileTrouble } from '../../system/file-trouble.ts';
import { CommandFailure, Interrupted } from '../command-failure.ts';

/** A request without an answer. The message is for the person at the command line. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Sends a request. @throws {NoAnswer} when the connection fails: the factory is not running, or is restarting. */
export async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const { origin } = new URL(request.url);
    throw new NoAnswer(
      `${origin} does not answer (${reason}). Start the factory with npm start; if it is running, freehold doctor says more`,
    );
  }
}

/**
 * The text of a failure for a person.
 *
 * @returns Undefined for a bug of this program.
 */
export function describeFailure(error: unknown): string | undefined {
  if (error instanceof ApiProblem) return describeProblem(error);
  if (error instanceof NoAnswer || error instanceof CommandFailure || error instanceof Interrupted)
    return error.message;
  return describeFileTrouble(error);
}

/** The words of the problem document, with every field that it names; a failure of the API itself with its trace. */
function describeProblem({ problem, status, response }: ApiProblem): string {
  const { title, detail, errors = [] } = problem;
  const fields = errors
    .map((error) => `${error.pointer} ${error.detail}`)
    // The detail of most problems is their first fault already.
    .filter((field) => !detail?.startsWith(field));
  const lines = [detail === undefined ? title : `${title}. ${detail}`, ...fields].map(nameOptions);
  const trace = status >= 500 ? describeTrace(response) : '';
  return `${lines.join('\n  ')} (HTTP ${status})${trace}`;
}

/** The request in the logs. */
function describeTrace(response: Response): string {
  const traceparent = response.headers.get('traceparent');
  const search = traceparent === null ? '' : ` | grep ${traceparent.split('-')[1]}`;
  return `\n  What happened is in the logs: freehold logs -n 500${search}`;
}

/** Names the option where a problem points at a field: each field of a request comes from the option of its name. */
function nameOptions(text: string): string {
  return text.replace(/#\/(\w+)(?:\/\S*)?/g, (_, field: string) =>
    field === 'name' ? '<name>' : `--${field}`,
  );
}
