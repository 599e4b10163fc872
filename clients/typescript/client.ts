import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './account-api.ts';

/** Every route of an account's API with the types of what it takes and answers. */
export type AccountClient = Client<paths>;

/** Which account, and who asks. */
export interface AccountClientOptions {
  /** `https://<slug>.<zone>` or `https://<zone>/a/<slug>`. */
  readonly baseUrl: string;
  /** Gives the access token of each request, so that it can be renewed. */
  readonly token: () => string | Promise<string>;
  /** Default: the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

const BOOKMARK_HEADER = 'x-d1-bookmark';

/**
 * A client of one account. A refusal is no exception: it is the `error` of the result, a problem document.
 *
 * What one request has seen, the next one sees too: the client takes the bookmark of each answer along.
 *
 * ```ts
 * const account = createAccountClient({ baseUrl: 'https://harbour.freehold.example', token });
 * const { data, error } = await account.GET('/v1/clients', { params: { query: { 'status[in]': ['active'] } } });
 * ```
 */
export function createAccountClient({ baseUrl, token, fetch }: AccountClientOptions): AccountClient {
  const client = createClient<paths>({
    baseUrl,
    ...(fetch === undefined ? {} : { fetch }),
    // Lists are written with commas: `status[in]=active,prospect`.
    querySerializer: { array: { style: 'form', explode: false } },
  });
  let bookmark: string | null = null;
  client.use({
    onRequest: async ({ request }) => {
      request.headers.set('authorization', `Bearer ${await token()}`);
      if (bookmark !== null && !request.headers.has(BOOKMARK_HEADER)) {
        request.headers.set(BOOKMARK_HEADER, bookmark);
      }
    },
    onResponse: ({ response }) => {
      // Bookmarks sort by time. Answers may overtake each other, and the newest one counts.
      const reached = response.headers.get(BOOKMARK_HEADER);
      if (reached !== null && (bookmark === null || reached > bookmark)) bookmark = reached;
    },
  });
  return client;
}
