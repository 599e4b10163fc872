import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { importJWK, type JWK, SignJWT } from 'jose';
import * as v from 'valibot';
import { email } from '../../schema/model/fields.ts';
import { isAudience } from './audiences.ts';
import { clientId } from './provider.ts';
import { signingAlgorithm } from './signing-key.ts';
import { toClaims, type Users } from './users.ts';

const ttlSecondsDefault = 3600;

const tokenRequest = v.strictObject({
  email: email(),
  audience: v.pipe(
    v.string(),
    v.check(isAudience, 'must be urn:freehold:platform or urn:freehold:account:<id>'),
  ),
  roles: v.optional(v.array(v.string())),
  // A negative time makes an expired token, for tests.
  ttlSeconds: v.optional(v.pipe(v.number(), v.integer(), v.maxValue(86_400)), ttlSecondsDefault),
});

/** The context of the endpoint for development tokens. */
export interface TokenContext {
  readonly issuer: string;
  readonly secret: string;
  readonly key: JWK;
  readonly users: Users;
}

/** Serves `POST /dev/tokens`: an access token for any e-mail address, if the request has the secret. */
export async function answerDevelopmentToken(
  request: IncomingMessage,
  response: ServerResponse,
  context: TokenContext,
): Promise<void> {
  if (request.method !== 'POST') return sendJson(response, 405, { error: 'method_not_allowed' });
  if (!isSecret(request.headers.authorization, context.secret)) {
    return sendJson(response, 401, {
      error: 'invalid_token',
      error_description: 'The issuer secret is required',
    });
  }
  const parsed = v.safeParse(tokenRequest, parseJson(await text(request)));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const description = `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`;
    return sendJson(response, 400, { error: 'invalid_request', error_description: description });
  }
  const { audience, roles, ttlSeconds } = parsed.output;
  const user = await context.users.ensure(parsed.output.email);
  const issuedAt = Math.floor(Date.now() / 1000);
  const accessToken = await new SignJWT({
    ...toClaims(user, roles),
    client_id: clientId,
    scope: 'openid profile email',
  })
    .setProtectedHeader({ alg: signingAlgorithm, typ: 'at+jwt', kid: context.key.kid ?? '' })
    .setIssuer(context.issuer)
    .setSubject(user.subject)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ttlSeconds)
    .setJti(randomUUID())
    .sign(await importJWK(context.key, signingAlgorithm));
  return sendJson(response, 200, { accessToken, expiresInSeconds: ttlSeconds });
}

function isSecret(header: string | undefined, secret: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${secret}`));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The schema refuses undefined with a message.
    return undefined;
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
