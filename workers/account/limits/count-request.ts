import { rateLimit } from '../../../schema/model/limits.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { sha256Hex } from '../../http/encoding/sha256.ts';
import { countRequest, POLICY_HEADER } from '../../http/limits/count-request.ts';
import type { Refusal } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';

const policy = { name: 'user', ...rateLimit } as const;

/**
 * Counts a request against its user's rate limit, once even if the request checks several permissions. The key is
 * different in every account.
 *
 * @param subject `sub` of a verified token. A caller without one reaches neither the counter nor D1.
 * @returns 429 when the user has reached the limit.
 */
export async function countUserRequest(
  context: ApiContext<AccountBindings>,
  subject: string,
): Promise<Refusal | undefined> {
  const { bindings, answerHeaders } = context;
  if (answerHeaders.has(POLICY_HEADER)) return undefined;
  const key = await sha256Hex(`${bindings.ACCOUNT_ID}|${subject}`);
  return await countRequest(bindings.RATE_LIMIT, key, policy, context);
}
