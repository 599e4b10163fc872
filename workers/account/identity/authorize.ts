import type { Table } from '../../../schema/model/define-table.ts';
import { allows, permissionFor, type Verb } from '../../../schema/model/permissions.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import type { Access, Caller } from '../../http/collection/access.ts';
import { authenticate } from '../../http/identity/access-token.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { countRequest } from '../limits/count-request.ts';
import { admit } from './admit.ts';
import { noteVisit } from './last-seen.ts';
import { hasPermission, isActive, type Standing, standingQuery, userIdOf } from './standing.ts';

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
 *
 * @param permission Undefined for what every active user may do.
 */
export async function authorizePermission(
  context: ApiContext<AccountBindings>,
  permission: string | undefined,
): Promise<Access | Refusal> {
  const { bindings, request, nowMs } = context;
  const rules = { issuer: bindings.ISSUER, audience: bindings.AUDIENCE };
  const person = await authenticate(request.headers, rules, nowMs);
  if (isRefusal(person)) return person;
  const { subject } = person;
  const limited = await countRequest(context, subject);
  if (limited !== undefined) return limited;
  let isVisitNoted = false;
  return {
    subject,
    query: standingQuery(subject),
    condition: permission === undefined ? isActive(subject) : hasPermission(subject, permission),
    holds: (other) => hasPermission(subject, other),
    actor: userIdOf(subject),
    decide: ([user]) => {
      const caller = toCaller(user as Standing | undefined, permission);
      if (isRefusal(caller) || isVisitNoted) return caller;
      isVisitNoted = true;
      noteVisit(user as Standing, context);
      return caller;
    },
    admit: async (rows) => rows.length === 0 && (await admit(person, context)),
  };
}

/** Only active users come in, and only with the permission, where one is asked for. */
function toCaller(user: Standing | undefined, permission: string | undefined): Caller | Refusal {
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
