/** A problem document (RFC 9457), as every failure of the API has it. */
export interface Problem {
  /** `urn:freehold:problem:version-mismatch` says what went wrong; it never changes its meaning. */
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

/** A refusal of the API, thrown by `ok()` and by what reads or sends more than one answer. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;
  /** `version-mismatch`: the type without what all of them begin with. */
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

/** What the client's methods answer. */
interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The data of an answer, for those who would rather catch a refusal than look for one.
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

/** The same for a bare response, whose body is left unread when all is well. */
export async function okResponse(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw new ApiProblem(toProblem(await readJson(response), response), response);
}

/** The code of a refusal, its body left for others to read. */
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

/** What is no problem document came from something between here and the API. */
function toProblem(error: unknown, { status, statusText }: Response): Problem {
  const isProblem = typeof error === 'object' && error !== null && 'type' in error && 'title' in error;
  if (isProblem) return error as Problem;
  return { type: 'about:blank', title: statusText || `The answer has the status ${status}`, status };
}
