import { sql } from 'kysely';
import type { ApiContext } from '../http/api-context.ts';
import { toAnswer } from '../http/collection/rows.ts';
import { runAllowed } from '../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../http/refusal.ts';
import { accessOf, decide, signedIn } from './authorize.ts';
import type { AccountBindings } from './bindings.ts';
import { type Standing, standingQuery } from './standing.ts';

/** `GET /v1/me`: the caller's own user and what they may do. Every active user may ask. */
export async function getMe(context: ApiContext<AccountBindings>): Promise<Response | Refusal> {
  const person = await signedIn(context);
  if (isRefusal(person)) return person;
  const access = {
    ...accessOf(person, context),
    condition: sql<boolean>`true`,
    decide: (rows: readonly unknown[]) => decide(rows as readonly Standing[], undefined),
  };
  const found = await runAllowed(context.database, access, [standingQuery(person.subject)]);
  if (isRefusal(found)) return found;
  const user = found.rows[0][0];
  if (user === undefined) throw new Error('a user who was just found is gone within one transaction');
  const permissions = (JSON.parse(user.permissions) as string[]).sort();
  return Response.json({ user: toAnswer(user, context.bindings.ACCOUNT_ID), permissions });
}
