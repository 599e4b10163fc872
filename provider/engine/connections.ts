import type { ApiSettings, CloudflareApi } from '../api/cloudflare-api.ts';
import { ProviderFailure } from './provider-failure.ts';

/** How many connections are remembered. An engine opens a few per update and says nothing when it leaves. */
const connectionsMax = 2_000;

interface Connection {
  readonly stack: string;
  readonly settings: Partial<ApiSettings>;
  readonly cancel: AbortController;
}

/**
 * The configurations of all the engines that use one server, each under the address of its connection.
 *
 * An engine opens one connection for each provider resource of a stack and configures it. Nothing in a later
 * request names the provider again, so the connection is what tells two Cloudflare accounts apart.
 */
export class Connections {
  readonly #byPeer = new Map<string, Connection>();
  readonly #apis = new Map<string, CloudflareApi>();
  readonly #package: string;
  readonly #defaults: ApiSettings;
  readonly #createApi: (settings: ApiSettings) => CloudflareApi;

  /** @param defaults What holds where the stack's config is silent; an empty token means there is none. */
  constructor(
    packageName: string,
    defaults: ApiSettings,
    createApi: (settings: ApiSettings) => CloudflareApi,
  ) {
    this.#package = packageName;
    this.#defaults = defaults;
    this.#createApi = createApi;
  }

  configure(peer: string, stack: string, settings: Partial<ApiSettings>): void {
    this.#byPeer.delete(peer);
    this.#byPeer.set(peer, { stack, settings, cancel: new AbortController() });
    const oldest = this.#byPeer.keys().next().value;
    if (this.#byPeer.size > connectionsMax && oldest !== undefined) this.#byPeer.delete(oldest);
  }

  /** Stops the work of one engine; others go on. */
  cancel(peer: string): void {
    this.#byPeer.get(peer)?.cancel.abort();
  }

  /** The API that a request of a stack means, and what ends its work early. */
  find(peer: string, stack: string): { readonly api: CloudflareApi; readonly signal: AbortSignal } {
    const connection = this.#byPeer.get(peer) ?? this.#findByStack(stack);
    return {
      api: this.#findApi({ ...this.#defaults, ...connection.settings }),
      signal: connection.cancel.signal,
    };
  }

  // gRPC closes a connection that is idle for 30 minutes and opens another for the next request, with no new
  // Configure.
  #findByStack(stack: string): Connection {
    const candidates = [...this.#byPeer.values()].filter((connection) => connection.stack === stack);
    const latest = candidates.at(-1);
    if (latest === undefined) return { stack, settings: {}, cancel: new AbortController() };
    const distinct = new Set(candidates.map(({ settings }) => `${settings.baseUrl} ${settings.apiToken}`));
    if (distinct.size > 1) throw new ProviderFailure({ kind: 'configuration_ambiguous', stack });
    return { ...latest, cancel: new AbortController() };
  }

  #findApi(settings: ApiSettings): CloudflareApi {
    if (settings.apiToken === '')
      throw new ProviderFailure({ kind: 'token_missing', package: this.#package });
    const key = `${settings.baseUrl} ${settings.apiToken}`;
    const known = this.#apis.get(key);
    if (known !== undefined) return known;
    const api = this.#createApi(settings);
    this.#apis.set(key, api);
    return api;
  }
}
