/** A problem document (RFC 9457), the body of every failure of the API. */
export interface Problem {
  /** The kind of failure, such as `urn:freehold:problem:version-mismatch`. Its meaning never changes. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** Path of the request. */
  readonly instance?: string;
  /** Every wrong part of the request. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

const PREFIX = 'urn:freehold:problem:';

/** A refusal of the API, thrown by `ok()` and by methods that send several requests. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;
  /** The last part of the type, such as `version-mismatch`. */
  readonly code: string;
  readonly status: number;
  readonly response: Response;

  constructor(problem: Problem, response: Response) {
    super([problem.title, problem.detail].filter(Boolean).join(': '));
    this.problem = problem;
    this.code = problem.type.replace(PREFIX, '');
    this.status = response.status;
    this.response = response;
  }
}

/** The result of the client's methods. */
interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The data of a result, for callers who prefer exceptions.
 *
 * @throws `ApiProblem` when the API refuses.
 */
export async function ok<Answer extends Result>(
  answer: Answer | Promise<Answer>,
): Promise<Exclude<Answer['data'], undefined>> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new ApiProblem(toProblem(error, response), response);
  return data as Exclude<Answer['data'], undefined>;
}

/** The same for a plain response, whose body is not read on success. */
export async function okResponse(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw new ApiProblem(toProblem(await readJson(response), response), response);
}

/** The code of a refusal. It does not consume the body. */
export async function problemCode(response: Response): Promise<string> {
  return toProblem(await readJson(response.clone()), response).type.replace(PREFIX, '');
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A failure without a problem document comes from something between the client and the API. */
function toProblem(error: unknown, { status, statusText }: Response): Problem {
  const isProblem = typeof error === 'object' && error !== null && 'type' in error && 'title' in error;
  if (isProblem) return error as Problem;
  return { type: 'about:blank', title: statusText || `The response has the status ${status}`, status };
}
