import { d1Code } from '../database/d1-error.ts';

/** What is known of a request that failed; nothing of it is personal. */
export interface FailedRequest {
  readonly method: string;
  /** Pattern of the route such as `/v1/clients/:id`, never the path with its ids or the query with its names. */
  readonly route: string | undefined;
  readonly traceparent: string;
}

/**
 * Logs an unexpected error as one JSON line.
 *
 * The message is left out, since D1, JSON.parse and others quote values in theirs. The kind of error, D1's own code
 * and the stack's frames are enough to find the place.
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
