import createClient, { type Client } from 'openapi-fetch';
import { createSession, type Session, type SessionOptions } from './session.ts';

/** The API to use, and the session options. */
export interface ApiClientOptions extends SessionOptions {
  readonly baseUrl: string;
}

/** A client for the routes of one OpenAPI document, with its session. */
export interface ApiClient<Paths extends object> {
  readonly routes: Client<Paths>;
  readonly session: Session;
}

/**
 * A client with the conventions of both APIs.
 *
 * @param idempotentPosts Paths whose POST takes an `Idempotency-Key`. The client generates one unless the caller sets it.
 */
export function createApiClient<Paths extends object>(
  { baseUrl, ...options }: ApiClientOptions,
  idempotentPosts: readonly string[],
): ApiClient<Paths> {
  const session = createSession(options);
  const routes = createClient<Paths>({
    baseUrl,
    fetch: (request) => session.send(request),
    // Lists are written with commas: `status[in]=active,prospect`.
    querySerializer: { array: { style: 'form', explode: false } },
  });
  routes.use({
    onRequest: ({ request, schemaPath }) => {
      const takesKey = request.method === 'POST' && idempotentPosts.includes(schemaPath);
      if (takesKey && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', crypto.randomUUID());
    },
  });
  return { routes, session };
}
