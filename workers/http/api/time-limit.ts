import { limits } from '../../../schema/model/limits.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';
import { mediaTypeOf } from '../request/media-type.ts';

/** How long a request may take until its answer begins. */
export interface TimeLimit {
  /** Lifts the limit, for a route that has bounds of its own: chunks, parts, a deadline it was given. */
  readonly lift: () => void;
}

/** A limit with the work it holds to it. */
export interface RunningTimeLimit extends TimeLimit {
  /** The work's own answer, or 504 when it does not come in time. What is unfinished then ends with the request. */
  readonly hold: <Answer>(work: Promise<Answer>) => Promise<Answer | Refusal>;
}

/**
 * Starts the clock of a request.
 *
 * A body that is not JSON takes as long as its sender's connection, so that such a request has no limit of its own.
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
