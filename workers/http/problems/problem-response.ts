import { toProblem } from './problem.ts';
import type { RequestError } from './request-error.ts';

/** What every problem's `type` starts with; the rest is the problem's code. */
const PROBLEM_TYPE_PREFIX = 'urn:freehold:problem:';

/**
 * The problem document of an error.
 *
 * @param instance Path of the request, without its query, since a query may hold names.
 */
export function problemDocument(error: RequestError, instance: string): Readonly<Record<string, unknown>> {
  const { code, status, title, detail, errors, members } = toProblem(error);
  return { type: PROBLEM_TYPE_PREFIX + code, title, status, detail, instance, errors, ...members };
}

/** Answers with the problem document of an error. */
export function problemResponse(error: RequestError, instance: string): Response {
  const { status, headers } = toProblem(error);
  return new Response(JSON.stringify(problemDocument(error, instance)), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
}
