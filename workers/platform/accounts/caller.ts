import type { ApiContext } from '../../http/api/api-context.ts';
import { authenticate, type Person } from '../../http/identity/access-token.ts';
import { POLICY_HEADER } from '../../http/limits/count-request.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { PlatformBindings } from '../bindings.ts';
import { countAddress, countPerson } from './count-caller.ts';

/**
 * A signed-in person at the platform. An operator sees everything, anyone else only the accounts that they signed up.
 */
export interface PlatformCaller extends Person {
  readonly isOperator: boolean;
}

/**
 * Reads the caller from the token of a request, and counts the request once.
 *
 * @returns 401 when the token is missing or invalid, 429 when the address or the person has reached its limit.
 */
export async function requireCaller(
  context: ApiContext<PlatformBindings>,
): Promise<PlatformCaller | Refusal> {
  const { ISSUER, AUDIENCE } = context.bindings;
  const rules = { issuers: [ISSUER], audiences: [AUDIENCE] };
  const isCounted = context.answerHeaders.has(POLICY_HEADER);
  const busyAddress = isCounted ? undefined : await countAddress(context);
  if (busyAddress !== undefined) return busyAddress;
  const person = await authenticate(context.request.headers, rules, context.nowMs);
  if (isRefusal(person)) return person;
  const busyPerson = isCounted ? undefined : await countPerson(context, person);
  if (busyPerson !== undefined) return busyPerson;
  return { ...person, isOperator: person.roles.includes('operator') };
}

/** The same for routes of operators; 403 for anyone else. */
export async function requireOperator(
  context: ApiContext<PlatformBindings>,
): Promise<PlatformCaller | Refusal> {
  const caller = await requireCaller(context);
  if (isRefusal(caller) || caller.isOperator) return caller;
  return refuse({ kind: 'forbidden', detail: 'Only an operator of the platform may do this.' });
}
