import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import * as v from 'valibot';
import { toEmailAddress } from '../../../schema/model/email-address.ts';
import { isRefusal, type Refusal, refuse } from '../problems/refusal.ts';
import type { TokenFault } from '../problems/request-error.ts';
import { readBearerToken } from './bearer-token.ts';
import { findIssuerKeys } from './oidc-keys.ts';

/** Accepted signature algorithms. Symmetric ones and `none` are excluded, whatever a token says. */
const TOKEN_ALGORITHMS = ['RS256', 'ES256'];

/** Tolerated difference between the issuer's clock and ours, in seconds. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Accepted issuer and audience of a token. */
export interface TokenRules {
  /** Values of `iss`. Keys are never requested from another issuer, whatever a token says. */
  readonly issuers: readonly string[];
  /** Values of `aud`; a token has at least one of them. */
  readonly audiences: readonly string[];
}

/** The person who sends a request, as stated by the issuer. */
export interface Person {
  readonly issuer: string;
  /** The accepted `aud` of the token, the first one where it has several. */
  readonly audience: string;
  /** The issuer's stable name for the person (`sub`). */
  readonly subject: string;
  /** When the token is no longer accepted, in milliseconds. */
  readonly expiresAtMs: number;
  /** As `toEmailAddress` returns it. Undefined unless the issuer has verified the address. */
  readonly verifiedEmail: string | undefined;
  readonly name: string | undefined;
  /** Roles of the token; `operator` exists on tokens for the platform. */
  readonly roles: readonly string[];
}

/**
 * Verifies the bearer token of a request: signature by a key of the issuer, `alg`, `typ`, `iss`, `aud`, `exp`, `sub`.
 *
 * @param nowMs The clock, in milliseconds.
 * @returns 401 for a token that is missing or not accepted, 503 when the issuer's keys cannot be fetched.
 */
export async function authenticate(
  headers: Headers,
  rules: TokenRules,
  nowMs: number,
): Promise<Person | Refusal> {
  const token = readBearerToken(headers);
  if (token === undefined) return refuse({ kind: 'token_missing' });
  const issuer = findIssuer(token, rules);
  if (isRefusal(issuer)) return issuer;
  const keys = await findIssuerKeys(issuer, nowMs);
  if (isRefusal(keys)) return keys;
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: TOKEN_ALGORITHMS,
      issuer,
      audience: [...rules.audiences],
      typ: 'at+jwt', // RFC 9068: an ID token of the same issuer is not an access token.
      requiredClaims: ['sub', 'exp', 'iat'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(nowMs),
    });
    return toPerson(payload, issuer, rules);
  } catch (error) {
    const fault = toTokenFault(error);
    return refuse(
      fault === undefined
        ? { kind: 'issuer_unavailable', retryAfterSeconds: 5 }
        : { kind: 'token_invalid', fault },
    );
  }
}

/** The issuer that a token names, before anything is verified; 401 for one that is not accepted. */
function findIssuer(token: string, { issuers }: TokenRules): string | Refusal {
  try {
    const { iss } = decodeJwt(token);
    const issuer = issuers.find((accepted) => accepted === iss);
    return issuer ?? refuse({ kind: 'token_invalid', fault: 'issuer' });
  } catch {
    return refuse({ kind: 'token_invalid', fault: 'malformed' }); // `decodeJwt` throws for text that is not a token.
  }
}

/** Text that a database stores as it is. A lone surrogate would be replaced, and two people could become one. */
const text = v.pipe(
  v.string(),
  v.check((value) => value.isWellFormed() && !/\p{Cc}/u.test(value)),
);

/** What is read of a token, besides what jose verifies. Claims of another type are not passed over: the token is refused. */
const personClaims = v.object({
  sub: v.pipe(text, v.minLength(1), v.maxLength(255)), // OpenID Connect Core §2: at most 255 characters.
  email: v.optional(text),
  email_verified: v.optional(v.union([v.boolean(), v.picklist(['true', 'false'])]), false), // Cognito sends text.
  name: v.optional(v.string()),
  roles: v.optional(v.pipe(v.array(text), v.maxLength(200)), []),
});

function toPerson(payload: JWTPayload, issuer: string, { audiences }: TokenRules): Person | Refusal {
  const audience = [payload.aud ?? []].flat().find((value) => audiences.includes(value));
  if (audience === undefined) return refuse({ kind: 'token_invalid', fault: 'audience' });
  const parsed = v.safeParse(personClaims, payload);
  if (!parsed.success) return refuse({ kind: 'token_invalid', fault: 'claims' });
  const { sub, email = '', email_verified: emailVerified, name, roles } = parsed.output;
  const isVerified = emailVerified === true || emailVerified === 'true';
  return {
    issuer,
    audience,
    subject: sub,
    expiresAtMs: (Number(payload.exp) + CLOCK_TOLERANCE_SECONDS) * 1000,
    verifiedEmail: isVerified ? toEmailAddress(email) : undefined,
    name,
    roles,
  };
}

/** The fault of a token, by jose's error codes; undefined when the keys could not be fetched. */
export function toTokenFault(error: unknown): TokenFault | undefined {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss') return 'issuer';
    if (error.claim === 'aud') return 'audience';
    return error.claim === 'typ' ? 'type' : 'claims';
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported)
    return 'algorithm';
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
    return 'signature';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'signature';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return 'malformed';
  return undefined;
}
