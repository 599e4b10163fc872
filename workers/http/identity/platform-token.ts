import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { type Refusal, refuse } from '../problems/refusal.ts';
import { toTokenFault } from './access-token.ts';

/** `iss` of what the platform signs, and `typ`, which no person's token has. */
const ISSUER = 'urn:freehold:platform';
const TYPE = 'freehold-platform+jwt';
const ALGORITHM = 'ES256';

/** How long a token is good, in seconds: one call, with clocks that differ a little. */
const LIFETIME_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 30;

/**
 * Signs the token by which an account's Worker knows that the platform calls.
 *
 * @param signingKey The platform's private JWK, as JSON text.
 * @param audience The account's; the token is worth nothing at any other.
 */
export async function signPlatformToken(
  signingKey: string,
  audience: string,
  nowMs: number,
): Promise<string> {
  const key = await importJWK(JSON.parse(signingKey) as JWK, ALGORITHM);
  const nowSeconds = Math.floor(nowMs / 1000);
  return await new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + LIFETIME_SECONDS)
    .sign(key);
}

/** What a token of the platform must be for. */
export interface PlatformTokenRules {
  /** The platform's public JWK, as JSON text; empty when this deployment has none, and then no token is accepted. */
  readonly publicKey: string;
  readonly audience: string;
}

/** Checks that a request carries a token of the platform for this audience; 401 otherwise. */
export async function checkPlatformToken(
  headers: Headers,
  { publicKey, audience }: PlatformTokenRules,
  nowMs: number,
): Promise<Refusal | undefined> {
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (token === undefined) return refuse({ kind: 'token_missing' });
  if (publicKey === '') return refuse({ kind: 'token_invalid', fault: 'signature' });
  const key = await importJWK(JSON.parse(publicKey) as JWK, ALGORITHM);
  try {
    await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience,
      typ: TYPE,
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: LIFETIME_SECONDS + CLOCK_TOLERANCE_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(nowMs),
    });
    return undefined;
  } catch (error) {
    const fault = toTokenFault(error);
    if (fault === undefined) throw error; // The key itself is unusable: a fault of the deployment.
    return refuse({ kind: 'token_invalid', fault });
  }
}
