import type { CompiledQuery } from 'kysely';
import type { BatchRows, Database } from '../database/database.ts';
import { isRefusal, type Refusal } from '../problems/refusal.ts';
import type { Access, Caller } from './access.ts';

/** The result of an authorised batch: the caller, and the rows of each query. */
export interface AllowedRows<Queries extends readonly CompiledQuery[]> {
  readonly caller: Caller;
  readonly rows: BatchRows<Queries>;
}

/**
 * Runs queries together with the caller's authorisation: one batch, one round trip.
 *
 * If the caller is refused, rows that were read are discarded; writes must include `access.condition` themselves. Only
 * a person's first request needs a second run, because the person is added in between.
 */
export async function runAllowed<const Queries extends readonly CompiledQuery[]>(
  database: Database,
  access: Access,
  queries: Queries,
): Promise<AllowedRows<Queries> | Refusal> {
  const first = await attempt(database, access, queries);
  if (isRefusal(first) || !isRefusal(first.caller) || access.addExpectedPerson === undefined)
    return settle(first);
  const added = await access.addExpectedPerson(first.found, database);
  if (isRefusal(added)) return added;
  return settle(added ? await attempt(database, access, queries) : first);
}

async function attempt<const Queries extends readonly CompiledQuery[]>(
  database: Database,
  access: Access,
  queries: Queries,
) {
  const batch = await database.batch([access.query, ...queries]);
  if (isRefusal(batch)) return batch;
  const [found = [], ...rows] = batch as readonly (readonly unknown[])[];
  return { found, caller: access.decide(found), rows: rows as unknown as BatchRows<Queries> };
}

function settle<Queries extends readonly CompiledQuery[]>(
  attempted: Refusal | { readonly caller: Caller | Refusal; readonly rows: BatchRows<Queries> },
): AllowedRows<Queries> | Refusal {
  if (isRefusal(attempted)) return attempted;
  const { caller, rows } = attempted;
  return isRefusal(caller) ? caller : { caller, rows };
}
