import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { type Refusal, refuse } from '../problems/refusal.ts';
import { toTokenFault } from './access-token.ts';

/** `iss` and `typ` of tokens that the platform signs; no person's token has this `typ`. */
const ISSUER = 'urn:freehold:platform';
const TYPE = 'freehold-platform+jwt';
const ALGORITHM = 'ES256';

/** Lifetime of a token in seconds: enough for one call and small clock differences. */
const LIFETIME_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 30;

/**
 * Signs the token that proves to an account's Worker that the platform is calling.
 *
 * @param signingKey The platform's private JWK, as JSON text.
 * @param audience The account's audience; other accounts refuse the token.
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

/** Requirements for a token of the platform. */
export interface PlatformTokenRules {
  /** The platform's public JWK, as JSON text; empty when this deployment has none, and then every token is refused. */
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
    if (fault === undefined) throw error; // The key is unusable: a deployment error.
    return refuse({ kind: 'token_invalid', fault });
  }
}
