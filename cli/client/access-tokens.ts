import * as v from 'valibot';
import { okResponse } from '../../clients/typescript/problem.ts';
import { send } from './failure.ts';

const TokenSchema = v.object({ accessToken: v.string(), expiresInSeconds: v.number() });

/** An access token of the local sign-in server. */
export type IssuedToken = v.InferOutput<typeof TokenSchema>;

/** The person that a token is for, and the API that accepts it. */
export interface TokenRequest {
  readonly email: string;
  readonly audience: string;
  readonly roles?: readonly string[];
  /** Default: that of the sign-in server. */
  readonly ttlSeconds?: number;
}

/**
 * Requests an access token from the local sign-in server. It requires the secret that only the owner of FREEHOLD_HOME can read.
 *
 * @param issuer URL of the sign-in server.
 * @param secret `issuerSecret` of `secrets.json`.
 * @throws {ApiProblem} when it is refused, {NoAnswer} when nothing listens there.
 */
export async function issueToken(
  issuer: string,
  secret: string,
  request: TokenRequest,
): Promise<IssuedToken> {
  const response = await send(
    new Request(`${issuer}/dev/tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    }),
  );
  return v.parse(TokenSchema, await (await okResponse(response)).json());
}

/** Returns a token that is still valid for a while; requests a new one when necessary. */
export type TokenSource = () => Promise<string>;

/** A token is renewed this long before it expires, because the request that carries it takes time, too. */
const RENEW_BEFORE_MS = 30_000;

/** Keeps a token until shortly before it expires, for work that takes longer than the life of one token. */
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
