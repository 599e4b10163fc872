import type { ApiContext } from '../../http/api/api-context.ts';
import { authenticate, type Person } from '../../http/identity/access-token.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { PlatformBindings } from '../bindings.ts';

/** A signed-in person at the platform: one who sees what is his own, or an operator, who sees everything. */
export interface PlatformCaller extends Person {
  readonly isOperator: boolean;
}

/** Says who sends a request; 401 for a token that is missing or not accepted. */
export async function requireCaller(
  context: ApiContext<PlatformBindings>,
): Promise<PlatformCaller | Refusal> {
  const { ISSUER, AUDIENCE } = context.bindings;
  const rules = { issuers: [ISSUER], audiences: [AUDIENCE] };
  const person = await authenticate(context.request.headers, rules, context.nowMs);
  if (isRefusal(person)) return person;
  return { ...person, isOperator: person.roles.includes('operator') };
}

/** The same for what only operators do; 403 for everyone else. */
export async function requireOperator(
  context: ApiContext<PlatformBindings>,
): Promise<PlatformCaller | Refusal> {
  const caller = await requireCaller(context);
  if (isRefusal(caller) || caller.isOperator) return caller;
  return refuse({ kind: 'forbidden', detail: 'Only an operator of the platform may do this.' });
}
