import { toProblem } from './problem.ts';
import type { RequestError } from './request-error.ts';

/** Prefix of every problem's `type`; the problem's code follows. */
const PROBLEM_TYPE_PREFIX = 'urn:freehold:problem:';

/**
 * The problem document of an error.
 *
 * @param instance Path of the request without its query, which may contain names.
 */
export function problemDocument(error: RequestError, instance: string): Readonly<Record<string, unknown>> {
  const { code, status, title, detail, errors, members } = toProblem(error);
  return { type: PROBLEM_TYPE_PREFIX + code, title, status, detail, instance, errors, ...members };
}

/** The response with the problem document of an error. */
export function problemResponse(error: RequestError, instance: string): Response {
  const { status, headers } = toProblem(error);
  return new Response(JSON.stringify(problemDocument(error, instance)), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
}
