import { rateLimit } from '../../../schema/model/limits.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { logFailure } from '../../http/api/log-failure.ts';
import { sha256Hex } from '../../http/encoding/sha256.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';

const { requestsMax, periodSeconds } = rateLimit;

/** Header with the limit, in every response. */
const POLICY_HEADER = 'ratelimit-policy';
const POLICY = `"user";q=${requestsMax};w=${periodSeconds}`;

/** Header that tells a caller who has reached the limit that nothing is left. Before that only Cloudflare knows the count. */
const LEFT_HEADER = 'ratelimit';
const NOTHING_LEFT = `"user";r=0;t=${periodSeconds}`;

/**
 * Counts a request against its user's rate limit, once even if the request checks several permissions.
 *
 * The counter is Cloudflare's and local to the Worker, so it costs no round trip. It has no region and therefore gets
 * nothing personal: its key is a hash that is different in every account.
 *
 * @param subject `sub` of a verified token. A caller without one reaches neither the counter nor D1.
 * @returns 429 when the user has reached the limit. When the counter fails, requests are allowed: it is there to keep the
 *   account usable.
 */
export async function countRequest(
  context: ApiContext<AccountBindings>,
  subject: string,
): Promise<Refusal | undefined> {
  const { bindings, answerHeaders } = context;
  if (answerHeaders.has(POLICY_HEADER)) return undefined;
  answerHeaders.set(POLICY_HEADER, POLICY);
  const key = await sha256Hex(`${bindings.ACCOUNT_ID}|${subject}`);
  if (await isWithinLimit(key, context)) return undefined;
  answerHeaders.set(LEFT_HEADER, NOTHING_LEFT);
  return refuse({ kind: 'rate_limited', requestsMax, periodSeconds });
}

async function isWithinLimit(key: string, context: ApiContext<AccountBindings>): Promise<boolean> {
  try {
    return (await context.bindings.RATE_LIMIT.limit({ key })).success;
  } catch (error) {
    logFailure(error, { method: 'LIMIT', route: undefined, traceparent: context.traceparent });
    return true;
  }
}
