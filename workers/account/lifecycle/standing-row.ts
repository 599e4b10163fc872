import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { servedStatuses } from '../../../schema/factory/account-states.ts';
import type { Standing } from '../../../schema/factory/standing.ts';
import { accountBuilder } from '../database/account-builder.ts';

/** The account's standing as it is stored. */
export interface StandingRow {
  /** JSON text of a `Standing`. */
  readonly body: string;
}

/** Query for the standing; no row until the platform has written it. */
export const selectStanding: CompiledQuery<StandingRow> = sql<StandingRow>`select body from standing`.compile(
  accountBuilder,
);

/** Reads a standing from its row. The platform wrote it, and it was parsed then. */
export function toStanding({ body }: StandingRow): Standing {
  return JSON.parse(body) as Standing;
}

/** What of a request decides whether the account's standing lets it through. */
export interface Arrival {
  /** Issuer of the person's token, and the audience by which it was accepted. */
  readonly issuer: string;
  readonly audience: string;
  /** Routing epoch that the request came with, as its header has it. Undefined at the account's own host. */
  readonly routingEpoch: string | undefined;
  /** ISO 3166-1 alpha-2 code of the country that it comes from, as Cloudflare tells it. */
  readonly country: string | undefined;
}

/** Holds in SQL while the account's standing lets a request through: the same as `refuseByStanding()`, at the moment of a write. */
export function standingLets(arrival: Arrival): Expression<SqlBool> {
  const { issuer, audience, routingEpoch, country = '' } = arrival;
  const sameEpoch =
    routingEpoch === undefined ? sql`true` : sql`cast(standing.routing_epoch as text) = ${routingEpoch}`;
  return sql<SqlBool>`exists (select 1 from standing
    where standing.status in (${sql.join(servedStatuses.map((status) => sql.lit(status)))})
    and exists (select 1 from json_each(standing.body, '$.issuers') as issuer where issuer.value = ${issuer})
    and exists (select 1 from json_each(standing.body, '$.audiences') as audience where audience.value = ${audience})
    and (standing.body ->> '$.countries' is null
      or exists (select 1 from json_each(standing.body, '$.countries') as country where country.value = ${country}))
    and ${sameEpoch})`;
}
