import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { type Refusal, refuse } from '../problems/refusal.ts';

/** How long an isolate trusts an issuer's discovery document, in milliseconds. Its keys are refreshed by jose. */
const DISCOVERY_LIFETIME_MS = 3_600_000;
const DISCOVERY_TIMEOUT_MS = 5_000;

interface IssuerKeys {
  readonly keys: JWTVerifyGetKey;
  readonly expiresAtMs: number;
}

// Only finished results are cached: workerd does not let one request await the I/O of another.
const knownIssuers = new Map<string, IssuerKeys>();

/**
 * Finds the signing keys of an issuer through its discovery document, once per isolate and hour.
 *
 * @returns 503 when the issuer does not respond or responds with nonsense, since the caller's token may be valid.
 */
export async function findIssuerKeys(issuer: string, nowMs: number): Promise<JWTVerifyGetKey | Refusal> {
  const known = knownIssuers.get(issuer);
  if (known !== undefined && known.expiresAtMs > nowMs) return known.keys;
  const keysUrl = await discoverKeysUrl(issuer);
  if (keysUrl === undefined) return refuse({ kind: 'issuer_unavailable', retryAfterSeconds: 5 });
  const keys = createRemoteJWKSet(keysUrl);
  knownIssuers.set(issuer, { keys, expiresAtMs: nowMs + DISCOVERY_LIFETIME_MS });
  return keys;
}

async function discoverKeysUrl(issuer: string): Promise<URL | undefined> {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS),
    });
    if (!response.ok) return undefined;
    const document: unknown = await response.json();
    return toKeysUrl(document, issuer);
  } catch {
    return undefined; // Unreachable, too slow or not JSON: the caller treats all three alike.
  }
}

/** `jwks_uri`, if the document is from this issuer and the URL is not less secure than the issuer's own. */
function toKeysUrl(document: unknown, issuer: string): URL | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const { issuer: named, jwks_uri: keysUri } = document as { issuer?: unknown; jwks_uri?: unknown };
  if (named !== issuer || typeof keysUri !== 'string' || !URL.canParse(keysUri)) return undefined;
  const url = new URL(keysUri);
  return url.protocol === new URL(issuer).protocol || url.protocol === 'https:' ? url : undefined;
}
