import { limits } from '../../../schema/model/limits.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';
import { mediaTypeOf } from '../request/media-type.ts';

/** Time limit for the start of a response. */
export interface TimeLimit {
  /** Removes the limit, for a route with its own bounds: chunks, parts, a deadline. */
  readonly lift: () => void;
}

/** A running time limit that can be applied to work. */
export interface RunningTimeLimit extends TimeLimit {
  /** The work's result, or 504 if it takes too long. Unfinished work then ends with the request. */
  readonly hold: <Answer>(work: Promise<Answer>) => Promise<Answer | Refusal>;
}

/**
 * Starts the time limit of a request.
 *
 * Requests with a body that is not JSON have no limit, because the body takes as long as the caller's connection.
 *
 * @param timeoutMs Default `limits.requestTimeoutMs`.
 */
export function startTimeLimit(
  request: Request,
  timeoutMs: number = limits.requestTimeoutMs,
): RunningTimeLimit {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const lift = () => clearTimeout(timer);
  const timedOut = new Promise<Refusal>((resolve) => {
    if (isUpload(request)) return;
    timer = setTimeout(() => resolve(refuse({ kind: 'timed_out', timeoutMs })), timeoutMs);
  });
  return {
    lift,
    hold: async (work) => {
      try {
        return await Promise.race([work, timedOut]);
      } finally {
        lift();
      }
    },
  };
}

const JSON_MEDIA_TYPE = /^application\/(?:[\w.-]+\+)?json$/;

function isUpload(request: Request): boolean {
  return (
    request.body !== null && !JSON_MEDIA_TYPE.test(mediaTypeOf(request.headers.get('content-type')) ?? '')
  );
}
