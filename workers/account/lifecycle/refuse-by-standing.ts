import type { Standing } from '../../../schema/factory/standing.ts';
import { countryRefused, misdirected, refuseByStatus } from '../../http/problems/account-problems.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { Arrival } from './standing-row.ts';

/**
 * Why the account's standing does not let a request through; undefined when it does.
 *
 * The routing epoch comes first: a standing that has moved on says nothing to a request that looks for it elsewhere.
 */
export function refuseByStanding(standing: Standing, arrival: Arrival): Refusal | undefined {
  const { issuer, audience, routingEpoch, country } = arrival;
  if (routingEpoch !== undefined && routingEpoch !== String(standing.routingEpoch)) return misdirected;
  const closed = refuseByStatus(standing.status, standing.reason);
  if (closed !== undefined) return closed;
  if (!standing.issuers.includes(issuer)) return refuse({ kind: 'token_invalid', fault: 'issuer' });
  if (!standing.audiences.includes(audience)) return refuse({ kind: 'token_invalid', fault: 'audience' });
  const { countries } = standing;
  return countries === undefined || countries.includes(country ?? '') ? undefined : countryRefused;
}
