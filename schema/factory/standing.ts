import * as v from 'valibot';
import { count, line, list, oneOf, sha256 } from '../model/fields.ts';
import { accountStatuses } from './account-states.ts';
import { planNames } from './settings.ts';

/** Length of the reason that a firm's people are shown. */
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
 * What an account knows of itself: one row in its own database, written by the platform's signed request and read in the
 * batch that authorises each request. With it, nothing of a firm is in a deployed Worker, and a change of status takes
 * effect with the next request at every door.
 */
export const standing = v.strictObject({
  /** Counts the writes of the platform; an older one is ignored. */
  revision: v.pipe(count(), v.minValue(1, 'must be at least 1')),
  status: oneOf(accountStatuses),
  /** Why it is not served, for the firm's people. Default: the words of the status. */
  reason: v.optional(line(statusReasonLengthMax)),
  /** Counts the moves of the account. A request that comes with another one is answered 421. */
  routingEpoch: count(),
  /** sha256 in hex of `issuer|sub` of the person who becomes the first administrator. Default: nobody. */
  firstAdministrator: v.optional(sha256()),
  /**
   * Issuers whose access tokens are accepted, as in their `iss`. Each is trusted to name any user of the account, since
   * users are found by `sub` alone.
   */
  issuers: list(issuer(), 10),
  /** Values of `aud` of which a token has at least one. */
  audiences: list(line(200), 10),
  plan: oneOf(planNames),
  /** What the firm's plan allows. */
  limits: v.strictObject({ usersMax: count(), webhookEndpointsMax: count() }),
  /** ISO 3166-1 alpha-2 codes of the countries from which requests are served. Default: every country. */
  countries: v.optional(list(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be two letters')), 250)),
});
export type Standing = v.InferOutput<typeof standing>;

/** Header by which the platform says with which routing epoch it forwards a request. */
export const routingEpochHeader = 'x-freehold-epoch';
