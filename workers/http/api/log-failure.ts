import { d1Code } from '../database/d1-error.ts';

/** Details of a failed request, without personal data. */
export interface FailedRequest {
  readonly method: string;
  /** Pattern of the route such as `/v1/clients/:id`; the path holds ids and the query may hold names. */
  readonly route: string | undefined;
  readonly traceparent: string;
}

/**
 * Logs an unexpected error as one JSON line.
 *
 * The message is omitted, because D1, JSON.parse and others quote values in theirs. The error's class, D1's code and
 * the stack frames are enough to find the place.
 */
export function logFailure(error: unknown, request: FailedRequest): void {
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  console.error(
    JSON.stringify({
      level: 'error',
      event: 'request_failed',
      ...request,
      error: error instanceof Error ? error.name : typeof error,
      code: d1Code(error),
      frames: frames.map((frame) => frame.trim()),
    }),
  );
}
