import type { Standing } from '../../../schema/factory/standing.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { authenticate, type Person } from '../../http/identity/access-token.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { knownStanding, readStanding } from '../lifecycle/known-standing.ts';

/** A person with a valid token, and the standing that it was checked against. */
export interface VerifiedPerson {
  readonly person: Person;
  readonly standing: Standing;
}

/**
 * Verifies the token of a request by the issuers and audiences of the standing that this isolate knows. For a token
 * with another issuer or audience the standing is read again, because it may have been added since. So a new issuer is
 * accepted from its first request on, and keys are only fetched from issuers that a standing names.
 *
 * An unauthenticated caller can cause that one read, as with `/readyz`.
 */
export async function authenticateByStanding(
  context: ApiContext<AccountBindings>,
): Promise<VerifiedPerson | Refusal> {
  const standing = await knownStanding(context);
  if (isRefusal(standing)) return standing;
  const verified = await verify(context, standing);
  if (!isRefusal(verified) || !mayBeNew(verified)) return verified;
  const latest = await readStanding(context);
  if (isRefusal(latest)) return latest;
  return latest.revision === standing.revision ? verified : await verify(context, latest);
}

async function verify(
  { request, nowMs }: ApiContext<AccountBindings>,
  standing: Standing,
): Promise<VerifiedPerson | Refusal> {
  const person = await authenticate(request.headers, standing, nowMs);
  return isRefusal(person) ? person : { person, standing };
}

function mayBeNew({ error }: Refusal): boolean {
  return error.kind === 'token_invalid' && (error.fault === 'issuer' || error.fault === 'audience');
}
