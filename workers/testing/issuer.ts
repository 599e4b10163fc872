import { createServer } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { listenOnLoopback } from '../../system/loopback-server.ts';

/** The contents of a test's token; every field has an accepted default. */
export interface TokenClaims {
  readonly subject?: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
  readonly name?: string;
  readonly roles?: readonly string[];
  readonly audience: string;
  readonly issuer?: string;
  /** Seconds from now; negative for a token that has expired. Default 300. */
  readonly ttlSeconds?: number;
  /** Claims that override those above; undefined omits one. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Protected header in addition to the algorithm. Default `{ typ: 'at+jwt', kid }`. */
  readonly header?: Readonly<Record<string, string>>;
}

/** An OpenID provider on loopback: discovery, keys, and tokens that the test signs itself. */
export interface TestIssuer {
  readonly url: string;
  readonly token: (claims: TokenClaims) => Promise<string>;
  /** Signs with a key or an algorithm that is not published. */
  readonly forge: (claims: TokenClaims, algorithm: string, key: CryptoKey | Uint8Array) => Promise<string>;
  /** The bytes of the published key, which an attacker would use as an HS256 secret. */
  readonly publicKeyText: string;
  readonly stop: () => Promise<void>;
}

const KEY_ID = 'test-key';

/** Starts an issuer on a free port. */
export async function startIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    const documents: Readonly<Record<string, unknown>> = {
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/jwks` },
      '/jwks': { keys: [publicJwk] },
    };
    const document = documents[request.url ?? ''];
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  });
  const { origin: url, close } = await listenOnLoopback(server);
  const forge: TestIssuer['forge'] = (claims, algorithm, key) => sign(claims, url, algorithm, key);
  return {
    url,
    forge,
    token: (claims) => forge(claims, 'ES256', privateKey),
    publicKeyText: JSON.stringify(publicJwk),
    stop: () => close(),
  };
}

async function sign(
  claims: TokenClaims,
  url: string,
  alg: string,
  key: CryptoKey | Uint8Array,
): Promise<string> {
  const { email = 'ada@harbourvale.example', emailVerified = true, name = 'Ada Hale', roles = [] } = claims;
  const nowSeconds = Math.floor(Date.now() / 1000);
  const payload = {
    ...{ email, email_verified: emailVerified, name, roles },
    sub: claims.subject ?? 'subject-of-ada',
    iss: claims.issuer ?? url,
    aud: claims.audience,
    iat: nowSeconds,
    exp: nowSeconds + (claims.ttlSeconds ?? 300),
    ...claims.claims,
  };
  return await new SignJWT(payload)
    .setProtectedHeader({ typ: 'at+jwt', kid: KEY_ID, ...claims.header, alg })
    .sign(key);
}
