import type { Table } from '../../schema/define-table.ts';
import { allows, permissionFor, type Verb } from '../../schema/permissions.ts';
import { authenticate, type Person } from '../http/access-token.ts';
import type { ApiContext } from '../http/api-context.ts';
import type { Access, Caller } from '../http/collection/access.ts';
import { isRefusal, type Refusal, refuse } from '../http/refusal.ts';
import { admit } from './admit.ts';
import type { AccountBindings } from './bindings.ts';
import { hasPermission, type Standing, standingQuery, userIdOf } from './standing.ts';

/** Claims the right to a verb on a table. */
export async function authorizeVerb(
  context: ApiContext<AccountBindings>,
  table: Table,
  verb: Verb,
): Promise<Access | Refusal> {
  return await authorizePermission(context, permissionFor(table, verb));
}

/**
 * Claims a permission for the person of the request's token. The account Worker verifies the token itself, whoever
 * sent the request on, so that reaching it directly gains nothing.
 */
export async function authorizePermission(
  context: ApiContext<AccountBindings>,
  permission: string,
): Promise<Access | Refusal> {
  const person = await signedIn(context);
  if (isRefusal(person)) return person;
  return {
    ...accessOf(person, context),
    condition: hasPermission(person.subject, permission),
    decide: (rows) => decide(rows as readonly Standing[], permission),
  };
}

/** The person of the request's token, verified for this account. */
export async function signedIn({
  bindings,
  request,
  nowMs,
}: ApiContext<AccountBindings>): Promise<Person | Refusal> {
  return await authenticate(request.headers, { issuer: bindings.ISSUER, audience: bindings.AUDIENCE }, nowMs);
}

/** What every claim of a person has in common. */
export function accessOf(
  person: Person,
  context: ApiContext<AccountBindings>,
): Omit<Access, 'condition' | 'decide'> {
  return {
    subject: person.subject,
    query: standingQuery(person.subject),
    actor: userIdOf(person.subject),
    holds: (permission) => hasPermission(person.subject, permission),
    admit: async (rows) => rows.length === 0 && (await admit(person, context)),
  };
}

/** Only active users come in, and only with the permission, where one is asked for. */
export function decide(rows: readonly Standing[], permission: string | undefined): Caller | Refusal {
  const [user] = rows;
  if (user === undefined) {
    return refuse({
      kind: 'forbidden',
      detail: 'You are not a user of this account. Ask an administrator to invite you.',
    });
  }
  if (user.status !== 'active') {
    return refuse({
      kind: 'forbidden',
      detail: 'Your user is not active. Ask an administrator of the account.',
    });
  }
  const granted = JSON.parse(user.permissions) as readonly string[];
  if (permission !== undefined && !allows(granted, permission)) {
    return refuse({ kind: 'forbidden', detail: `This needs the permission ${permission}.`, permission });
  }
  return { actorId: user.id, may: (other) => allows(granted, other) };
}
