import { type Expression, sql } from 'kysely';
import type { Standing } from '../../../schema/factory/standing.ts';
import type { Precondition } from '../../http/collection/precondition.ts';
import { planLimitProblem } from '../../http/problems/account-problems.ts';

/**
 * Precondition of a write that adds something of which the firm's plan allows so many. It is checked in the transaction
 * that writes, so that two requests at once cannot both take the last place.
 *
 * @param limit Which limit of the standing.
 * @param count SQL for how many there are.
 * @param things What they are called, in the plural, and what is counted.
 */
function planAllows(
  limit: keyof Standing['limits'],
  count: Expression<number>,
  things: string,
): Precondition {
  const allowed = sql`(standing.body ->> ${sql.lit(`$.limits.${limit}`)})`;
  return {
    holds: sql<boolean>`exists (select 1 from standing where ${count} < ${allowed})`,
    evidence: sql<string>`(select json_object('plan', standing.body ->> '$.plan', 'max', ${allowed}) from standing)`,
    otherwise: (evidence) => {
      const { plan, max } = evidence as { readonly plan: string; readonly max: number };
      return planLimitProblem(things, plan, max);
    },
  };
}

/** One more user who may sign in, or may once they have accepted their invitation, is within the firm's plan. */
export const planAllowsUser = planAllows(
  'usersMax',
  sql<number>`(select count(*) from users where users.status in ('invited', 'active'))`,
  'users, active and invited ones together',
);

/** One more webhook endpoint is within the firm's plan. Each endpoint adds work to every write. */
export const planAllowsEndpoint = planAllows(
  'webhookEndpointsMax',
  sql<number>`(select count(*) from webhook_endpoints)`,
  'webhook endpoints',
);
