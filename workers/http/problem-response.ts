import { toProblem } from './problem.ts';
import type { RequestError } from './request-error.ts';

/** What every problem's `type` starts with; the rest is the problem's code. */
const PROBLEM_TYPE_PREFIX = 'urn:freehold:problem:';

/**
 * Writes the problem document of an error.
 *
 * @param instance Path of the request, without its query, since a query may hold names.
 */
export function problemResponse(error: RequestError, instance: string): Response {
  const { code, status, title, detail, errors, members, headers } = toProblem(error);
  const document = { type: PROBLEM_TYPE_PREFIX + code, title, status, detail, instance, errors, ...members };
  return new Response(JSON.stringify(document), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
}
