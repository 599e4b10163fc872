import { problemResponse } from '../../workers/http/problems/problem-response.ts';
import type { RequestError } from '../../workers/http/problems/request-error.ts';

/** Answers a refused request with a problem document (RFC 9457), in the form and with the codes of the Workers. */
export function toProblemResponse(error: RequestError, request: Request): Response {
  const response = problemResponse(error, new URL(request.url).pathname);
  response.headers.set('cache-control', 'no-store');
  return response;
}

/** The service does not have this path. */
export const routeNotFound: RequestError = { kind: 'route_not_found', detail: 'No route has this path.' };

/** A bug. The document does not contain the cause, which the log has. */
export const unexpectedFailure: RequestError = {
  kind: 'own',
  code: 'internal',
  status: 500,
  title: 'Internal error',
  detail: "The failure was logged. Read the service's log.",
};

/** @param missing The parts that are not ready, as the member `missing` lists them. */
export function notReady(missing: readonly string[]): RequestError {
  return {
    kind: 'own',
    code: 'not-ready',
    status: 503,
    title: 'The service is not ready',
    detail: `It is waiting for ${missing.join(', ')}. Repeat the request after a moment.`,
    members: { missing },
  };
}

/** @param detail Why a release cannot be deployed, and what to do. */
export function releaseUnusable(detail: string): RequestError {
  return { kind: 'own', code: 'release-unusable', status: 409, title: 'The release cannot be used', detail };
}
