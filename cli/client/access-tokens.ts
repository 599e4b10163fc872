import * as v from 'valibot';
import { okResponse } from '../../clients/typescript/problem.ts';
import { send } from './failure.ts';

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
