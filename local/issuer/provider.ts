import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { JWK } from 'jose';
import { errors, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { isAudience } from './audiences.ts';
import { signingAlgorithm } from './signing-key.ts';
import { createAdapter, prepareAdapterTable } from './sqlite-adapter.ts';
import { toClaims, type Users } from './users.ts';

/** The public client for browsers and command lines on this machine. */
export const clientId = 'freehold-console';

const scope = 'openid profile email offline_access';
const accessTokenTtlSeconds = 3600;
const sessionTtlSeconds = 14 * 24 * 3600;

/** Makes the OpenID provider of this machine. Signing in only asks for the user. */
export function createProvider(
  issuer: string,
  directory: string,
  key: JWK,
  users: Users,
  cookieKey: string,
): Provider {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path.join(directory, 'sessions.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  prepareAdapterTable(database);
  const prompts = interactionPolicy.base();
  prompts.remove('consent');

  const provider = new Provider(issuer, {
    adapter: (model: string) => createAdapter(database, model),
    clients: [
      {
        client_id: clientId,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: ['http://127.0.0.1/callback'],
        post_logout_redirect_uris: ['http://127.0.0.1/'],
      },
    ],
    clientBasedCORS: (_ctx, origin) => isLoopbackUrl(origin),
    jwks: { keys: [key as never] },
    cookies: { keys: [cookieKey] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'roles'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, subject) => {
      const user = users.findBySubject(subject);
      return user && { accountId: subject, claims: () => ({ sub: subject, ...toClaims(user) }) };
    },
    extraTokenClaims: (_ctx, token) => {
      const user = 'accountId' in token ? users.findBySubject(String(token.accountId)) : undefined;
      return user && toClaims(user);
    },
    interactions: { policy: prompts, url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
    loadExistingGrant: grantEverything,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:freehold:platform',
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (!isAudience(resource)) throw new errors.InvalidTarget(`unknown resource ${resource}`);
          return {
            scope,
            audience: resource,
            accessTokenFormat: 'jwt',
            accessTokenTTL: accessTokenTtlSeconds,
            jwt: { sign: { alg: signingAlgorithm } },
          };
        },
      },
    },
    renderError: (ctx, out) => {
      ctx.type = 'text/plain';
      ctx.body = `The sign-in failed: ${out.error_description ?? out.error}\n`;
    },
    ttl: {
      AccessToken: accessTokenTtlSeconds,
      AuthorizationCode: 60,
      IdToken: accessTokenTtlSeconds,
      Grant: sessionTtlSeconds,
      Interaction: 3600,
      RefreshToken: sessionTtlSeconds,
      Session: sessionTtlSeconds,
    },
  });
  // Redirects to any path and port of this machine are allowed, because developers choose both freely.
  const client = provider.Client.prototype as unknown as Record<string, (url: string) => boolean>;
  client.redirectUriAllowed = isLoopbackUrl;
  client.postLogoutRedirectUriAllowed = isLoopbackUrl;
  return provider;
}

/** Grants the client everything that it requests, without consent. */
async function grantEverything(ctx: KoaContextWithOIDC) {
  const { provider, client, session, params } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(scope);
  const wanted = params?.resource;
  for (const resource of Array.isArray(wanted) ? wanted : [wanted ?? 'urn:freehold:platform']) {
    grant.addResourceScope(String(resource), scope);
  }
  await grant.save();
  return grant;
}

function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === '127.0.0.1' && new URL(url).protocol === 'http:';
}
