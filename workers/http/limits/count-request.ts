import { logFailure } from '../api/log-failure.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';

/** Header with the limit, in every response. */
export const POLICY_HEADER = 'ratelimit-policy';

/** Header for a caller who has reached the limit: nothing is left. Before that only Cloudflare knows the count. */
const LEFT_HEADER = 'ratelimit';

/** How many requests one of a kind may send. */
export interface RateLimitPolicy {
  /** What is counted, in the header: `user` or `address`. */
  readonly name: 'user' | 'address';
  readonly requestsMax: number;
  /** 10 or 60: Cloudflare supports no other periods. */
  readonly periodSeconds: number;
}

/** The parts of a request's context that counting reads and writes. */
interface CountingContext {
  readonly answerHeaders: Headers;
  readonly traceparent: string;
}

/**
 * Counts a request against a limit. The counter is Cloudflare's and next to the Worker, so it costs no round trip. It has
 * no region and therefore gets nothing personal.
 *
 * @param key A hash of who sends the request.
 * @returns 429 when the limit is reached. When the counter fails, requests are allowed: it is there to keep the API usable.
 */
export async function countRequest(
  limiter: RateLimit,
  key: string,
  policy: RateLimitPolicy,
  { answerHeaders, traceparent }: CountingContext,
): Promise<Refusal | undefined> {
  const { name, requestsMax, periodSeconds } = policy;
  if (name === 'user') answerHeaders.set(POLICY_HEADER, `"user";q=${requestsMax};w=${periodSeconds}`);
  if (await isWithinLimit(limiter, key, traceparent)) return undefined;
  answerHeaders.set(LEFT_HEADER, `"${name}";r=0;t=${periodSeconds}`);
  return refuse({ kind: 'rate_limited', name, requestsMax, periodSeconds });
}

async function isWithinLimit(limiter: RateLimit, key: string, traceparent: string): Promise<boolean> {
  try {
    return (await limiter.limit({ key })).success;
  } catch (error) {
    logFailure(error, { method: 'LIMIT', route: undefined, traceparent });
    return true;
  }
}
