import * as v from 'valibot';
import { toRequestFailure, unreachable } from './request-failure.ts';

const TokenSchema = v.object({ accessToken: v.string(), expiresInSeconds: v.number() });

/** An access token of the local sign-in server. */
export type IssuedToken = v.InferOutput<typeof TokenSchema>;

/** Whom a token is for, and where it is good. */
export interface TokenRequest {
  readonly email: string;
  readonly audience: string;
  readonly roles?: readonly string[];
  /** @default what the sign-in server gives */
  readonly ttlSeconds?: number;
}

/**
 * Issues an access token of the local sign-in server, which only the owner of FREEHOLD_HOME can.
 *
 * @param issuer URL of the sign-in server.
 * @param secret `issuerSecret` of `secrets.json`.
 * @throws {RequestFailure}
 */
export async function issueToken(
  issuer: string,
  secret: string,
  request: TokenRequest,
): Promise<IssuedToken> {
  const url = `${issuer}/dev/tokens`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  }).catch((error: unknown) => {
    throw unreachable(url, error);
  });
  if (!response.ok) throw await toRequestFailure(response);
  return v.parse(TokenSchema, await response.json());
}

/** Gives a token that is good for a while yet; asks for a new one when it must. */
export type TokenSource = () => Promise<string>;

/** Renewed this long before its end, since the request it goes with takes time, too. */
const RENEW_BEFORE_MS = 30_000;

/** Keeps a token until shortly before its end, for work that lasts longer than one. */
export function createTokenSource(issue: () => Promise<IssuedToken>): TokenSource {
  let token = '';
  let renewAtMs = 0;
  return async () => {
    if (Date.now() >= renewAtMs) {
      const issued = await issue();
      token = issued.accessToken;
      renewAtMs = Date.now() + issued.expiresInSeconds * 1000 - RENEW_BEFORE_MS;
    }
    return token;
  };
}
