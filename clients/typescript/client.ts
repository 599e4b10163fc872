import type { Client } from 'openapi-fetch';
import { type paths as AccountPaths, idempotentPosts as accountPosts } from './account-api.ts';
import { type ApiClientOptions, createApiClient } from './api-client.ts';
import { type Bulk, createBulk } from './bulk.ts';
import { type paths as PlatformPaths, idempotentPosts as platformPosts } from './platform-api.ts';
import { type Every, everyRow } from './rows.ts';
import type { Session } from './session.ts';
import { createUpload, type UploadDocument } from './upload.ts';

/** Methods that every client has in addition to its routes. */
interface ClientExtras<Paths extends object> {
  /** Iterates over all rows of a list, page by page: `for await (const row of api.every('/v1/clients'))`. */
  readonly every: Every<Paths>;
  /** See `Session.bookmark()`. */
  readonly bookmark: Session['bookmark'];
}

/** Every route of an account's API, with the types of its requests and responses. */
export interface AccountClient extends Client<AccountPaths>, ClientExtras<AccountPaths>, Bulk {
  readonly uploadDocument: UploadDocument;
}

/** Every route of the platform's API: sign-up, and operations on accounts. */
export interface PlatformClient extends Client<PlatformPaths>, ClientExtras<PlatformPaths> {}

/**
 * A client of one account at `https://<slug>.<zone>` or `https://<zone>/a/<slug>`. Methods do not throw on a refusal:
 * the result's `error` is a problem document. `ok()` throws it instead.
 *
 * Each request sees everything that earlier ones have seen, because the client sends the bookmark of the last response.
 * It adds an `Idempotency-Key` to creates, and retries requests that are safe to repeat when the API is busy or the
 * connection breaks.
 *
 * ```ts
 * const account = createAccountClient({ baseUrl: 'https://harbour.freehold.example', token });
 * const { data, error } = await account.GET('/v1/clients', { params: { query: { 'status[in]': ['active'] } } });
 * ```
 */
export function createAccountClient(options: ApiClientOptions): AccountClient {
  const { routes, session } = createApiClient<AccountPaths>(options, accountPosts);
  const { baseUrl } = options;
  return {
    ...routes,
    ...createBulk(baseUrl, session),
    every: everyRow(routes),
    bookmark: session.bookmark,
    uploadDocument: createUpload(baseUrl, session, routes),
  };
}

/** The header that limits a change to this version of a row. */
export function ifMatch({ version }: { readonly version: number }): { readonly 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** A client of the platform at `https://<zone>`, with the same conventions. */
export function createPlatformClient(options: ApiClientOptions): PlatformClient {
  const { routes, session } = createApiClient<PlatformPaths>(options, platformPosts);
  return { ...routes, every: everyRow(routes), bookmark: session.bookmark };
}
