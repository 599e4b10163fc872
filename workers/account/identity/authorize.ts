import { sql } from 'kysely';
import { routingEpochHeader, type Standing } from '../../../schema/factory/standing.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import { allows, permissionFor, type Verb } from '../../../schema/model/permissions.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import type { Access, Caller } from '../../http/collection/access.ts';
import { notSetUp } from '../../http/problems/account-problems.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { rememberStanding } from '../lifecycle/known-standing.ts';
import { refuseByStanding } from '../lifecycle/refuse-by-standing.ts';
import { type Arrival, standingLets, toStanding } from '../lifecycle/standing-row.ts';
import { countUserRequest } from '../limits/count-request.ts';
import { addExpectedPerson } from './add-expected-person.ts';
import { authenticateByStanding } from './authenticate-by-standing.ts';
import { type Claim, claimQuery, type Grants, hasPermission, isActive, userIdOf } from './grants.ts';
import { noteVisit } from './last-seen.ts';

/** Prepares the authorisation of a verb on a table. */
export async function authorizeVerb(
  context: ApiContext<AccountBindings>,
  table: Table,
  verb: Verb,
): Promise<Access | Refusal> {
  return await authorizePermission(context, permissionFor(table, verb));
}

/**
 * Prepares the authorisation of the person in the request's token. The account Worker verifies the token itself,
 * whether or not the platform forwarded the request, and checks it against the standing that the request's own batch
 * reads. So reaching the Worker directly gains nothing.
 *
 * @param permission Undefined for actions that every active user may do.
 */
export async function authorizePermission(
  context: ApiContext<AccountBindings>,
  permission: string | undefined,
): Promise<Access | Refusal> {
  const verified = await authenticateByStanding(context);
  if (isRefusal(verified)) return verified;
  const { person, standing: known } = verified;
  const { subject } = person;
  const limited = await countUserRequest(context, subject);
  if (limited !== undefined) return limited;
  const arrival = toArrival(context.request, person);
  const lets = standingLets(arrival);
  const may = permission === undefined ? isActive(subject) : hasPermission(subject, permission);
  let isVisitNoted = false;
  return {
    subject,
    query: claimQuery(subject, known.revision),
    condition: sql<boolean>`(${lets} and ${may})`,
    holds: (other) => hasPermission(subject, other),
    actor: userIdOf(subject),
    decide: ([row]) => {
      const claim = row as Claim | undefined;
      const refused = refuseClaim(claim, known, arrival, context);
      if (refused !== undefined) return refused;
      const user = toGrants(claim);
      const caller = toCaller(user, permission);
      if (user === undefined || isRefusal(caller) || isVisitNoted) return caller;
      isVisitNoted = true;
      noteVisit(user, context);
      return caller;
    },
    addExpectedPerson: async ([row]) => {
      const claim = row as Claim | undefined;
      const isExpected = refuseClaim(claim, known, arrival, context) === undefined;
      return isExpected && toGrants(claim) === undefined && (await addExpectedPerson(person, lets, context));
    },
  };
}

function toArrival(
  request: Request,
  { issuer, audience }: { readonly issuer: string; readonly audience: string },
): Arrival {
  return {
    issuer,
    audience,
    routingEpoch: request.headers.get(routingEpochHeader) ?? undefined,
    country: request.cf?.country as string | undefined,
  };
}

/** Whether the standing that the batch has read accepts the request. */
function refuseClaim(
  claim: Claim | undefined,
  known: Standing,
  arrival: Arrival,
  context: ApiContext<AccountBindings>,
): Refusal | undefined {
  if (claim === undefined) return notSetUp;
  if (claim.standing === null) return refuseByStanding(known, arrival);
  const standing = toStanding({ body: claim.standing });
  rememberStanding(context, standing);
  return refuseByStanding(standing, arrival);
}

function toGrants(claim: Claim | undefined): Grants | undefined {
  return claim?.id == null ? undefined : claim;
}

/** Refuses a person who is not an active user, or lacks the permission. */
function toCaller(user: Grants | undefined, permission: string | undefined): Caller | Refusal {
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
    return refuse({ kind: 'forbidden', detail: `This requires the permission ${permission}.`, permission });
  }
  return { actorId: user.id, may: (other) => allows(granted, other) };
}
