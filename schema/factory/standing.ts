import * as v from 'valibot';
import { count, line, list, oneOf, sha256 } from '../model/fields.ts';
import { accountStatuses } from './account-states.ts';
import { planNames } from './settings.ts';

/** Length limit of the reason that a firm's users see. */
export const statusReasonLengthMax = 500;

function issuer() {
  return v.pipe(
    v.string(),
    v.maxLength(2_000),
    v.url('must be an address'),
    v.regex(/^https?:\/\//, 'must be an http address'),
  );
}

/**
 * What an account knows about itself: one row in its own database, which the platform writes by a signed request and
 * which is read in the batch that authorises each request. With it, a deployed Worker contains no data of the firm, and
 * a change of status takes effect with the next request at every host.
 */
export const standing = v.strictObject({
  /** Number of the platform's write; an older one is ignored. */
  revision: v.pipe(count(), v.minValue(1, 'must be at least 1')),
  status: oneOf(accountStatuses),
  /** Why the account is not served, for the firm's users. Default: the text of the status. */
  reason: v.optional(line(statusReasonLengthMax)),
  /** Increases when the account moves. A request with another epoch is answered 421. */
  routingEpoch: count(),
  /** sha256 in hex of `issuer|sub` of the person who becomes the first administrator. Default: no one does. */
  firstAdministrator: v.optional(sha256()),
  /**
   * Issuers whose access tokens are accepted, as in their `iss`. Each can name any user of the account, because users
   * are found by `sub` alone.
   */
  issuers: list(issuer(), 10),
  /** Accepted values of `aud`; a token needs at least one of them. */
  audiences: list(line(200), 10),
  plan: oneOf(planNames),
  /** Limits of the firm's plan. */
  limits: v.strictObject({ usersMax: count(), webhookEndpointsMax: count() }),
  /** ISO 3166-1 alpha-2 codes of the countries from which requests are served. Default: every country. */
  countries: v.optional(list(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be two letters')), 250)),
});
export type Standing = v.InferOutput<typeof standing>;

/** Header with the routing epoch of a request that the platform forwards. */
export const routingEpochHeader = 'x-freehold-epoch';
