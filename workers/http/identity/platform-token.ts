import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { sha256Hex } from '../encoding/sha256.ts';
import { isRefusal, type Refusal, refuse } from '../problems/refusal.ts';
import { type JsonBody, readJsonBody } from '../request/read-body.ts';
import { toTokenFault } from './access-token.ts';
import { readBearerToken } from './bearer-token.ts';

/** `iss` and `typ` of tokens that the platform signs; no person's token has this `typ`. */
const ISSUER = 'urn:freehold:platform';
const TYPE = 'freehold-platform+jwt';
const ALGORITHM = 'ES256';

/** Claim with the sha256, in hex, of the body that a token goes with. */
const BODY_CLAIM = 'body_sha256';

/** Lifetime of a token in seconds: enough for one call and small clock differences. */
const LIFETIME_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 30;

/** What the platform signs a token for. */
export interface PlatformTokenOptions {
  /** The platform's private JWK, as JSON text. */
  readonly signingKey: string;
  /** The account's audience; other accounts refuse the token. */
  readonly audience: string;
  readonly nowMs: number;
  /** The body that the token goes with; the account refuses it with any other. Default: a call without a body. */
  readonly body?: string;
}

/** Signs the token that proves to an account's Worker that the platform is calling. */
export async function signPlatformToken(options: PlatformTokenOptions): Promise<string> {
  const { signingKey, audience, nowMs, body } = options;
  const key = await importJWK(JSON.parse(signingKey) as JWK, ALGORITHM);
  const nowSeconds = Math.floor(nowMs / 1000);
  return await new SignJWT(body === undefined ? {} : { [BODY_CLAIM]: await sha256Hex(body) })
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
  rules: PlatformTokenRules,
  nowMs: number,
): Promise<Refusal | undefined> {
  const claims = await readClaims(headers, rules, nowMs);
  return isRefusal(claims) ? claims : undefined;
}

/**
 * Reads a JSON body that the platform has signed. The token is checked before the body is read.
 *
 * @returns 401 without a token of the platform for this audience and this very body, and all that `readJsonBody()` refuses.
 */
export async function readPlatformJson(
  request: Request,
  rules: PlatformTokenRules,
  nowMs: number,
): Promise<JsonBody | Refusal> {
  const claims = await readClaims(request.headers, rules, nowMs);
  if (isRefusal(claims)) return claims;
  const body = await readJsonBody(request);
  if (isRefusal(body)) return body;
  const isSigned = claims[BODY_CLAIM] === (await sha256Hex(body.text));
  return isSigned ? body : refuse({ kind: 'token_invalid', fault: 'body' });
}

async function readClaims(
  headers: Headers,
  { publicKey, audience }: PlatformTokenRules,
  nowMs: number,
): Promise<Readonly<Record<string, unknown>> | Refusal> {
  const token = readBearerToken(headers);
  if (token === undefined) return refuse({ kind: 'token_missing' });
  if (publicKey === '') return refuse({ kind: 'token_invalid', fault: 'signature' });
  const key = await importJWK(JSON.parse(publicKey) as JWK, ALGORITHM);
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience,
      typ: TYPE,
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: LIFETIME_SECONDS + CLOCK_TOLERANCE_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(nowMs),
    });
    return payload;
  } catch (error) {
    const fault = toTokenFault(error);
    if (fault === undefined) throw error; // The key is unusable: a deployment error.
    return refuse({ kind: 'token_invalid', fault });
  }
}
