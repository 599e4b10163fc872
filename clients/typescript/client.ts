import type { Client } from 'openapi-fetch';
import { type paths as AccountPaths, idempotentPosts as accountPosts } from './account-api.ts';
import { type ApiClientOptions, createApiClient } from './api-client.ts';
import { type Bulk, createBulk } from './bulk.ts';
import { type paths as PlatformPaths, idempotentPosts as platformPosts } from './platform-api.ts';
import { type Every, everyRow } from './rows.ts';
import type { Session } from './session.ts';
import { createUpload, type UploadDocument } from './upload.ts';

/** What every client has besides its routes. */
interface Besides<Paths extends object> {
  /** Goes through all rows of a list, page after page: `for await (const row of api.every('/v1/clients'))`. */
  readonly every: Every<Paths>;
  /** See `Session.bookmark()`. */
  readonly bookmark: Session['bookmark'];
}

/** Every route of an account's API with the types of what it takes and answers. */
export interface AccountClient extends Client<AccountPaths>, Besides<AccountPaths>, Bulk {
  readonly uploadDocument: UploadDocument;
}

/** Every route of the platform's API: signing up, and what is done to accounts. */
export interface PlatformClient extends Client<PlatformPaths>, Besides<PlatformPaths> {}

/**
 * A client of one account at `https://<slug>.<zone>` or `https://<zone>/a/<slug>`. A refusal is no exception: it is the
 * `error` of the result, a problem document; `ok()` turns it into one.
 *
 * What one request has seen, the next one sees too: the client takes the bookmark of each answer along. A create gets an
 * `Idempotency-Key`, and what can be repeated without harm is repeated when the API is busy or the connection breaks.
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

/** The header by which a change is made to exactly this version of a row. */
export function ifMatch({ version }: { readonly version: number }): { readonly 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** A client of the platform at `https://<zone>`, with the same conventions. */
export function createPlatformClient(options: ApiClientOptions): PlatformClient {
  const { routes, session } = createApiClient<PlatformPaths>(options, platformPosts);
  return { ...routes, every: everyRow(routes), bookmark: session.bookmark };
}
