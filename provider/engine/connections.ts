import type { ApiSettings, CloudflareApi } from '../api/cloudflare-api.ts';
import { ProviderFailure } from './provider-failure.ts';

/** Number of connections that are remembered. An engine opens a few per update and does not report its end. */
const connectionsMax = 2_000;

interface Connection {
  readonly stack: string;
  readonly settings: Partial<ApiSettings>;
  readonly cancel: AbortController;
}

/**
 * The configurations of all engines of one server, by the address of the connection.
 *
 * An engine opens one connection for each provider resource of a stack and configures it. Later requests do not name
 * the provider, so only the connection distinguishes two Cloudflare accounts.
 */
export class Connections {
  readonly #byPeer = new Map<string, Connection>();
  readonly #apis = new Map<string, CloudflareApi>();
  readonly #package: string;
  readonly #defaults: ApiSettings;
  readonly #createApi: (settings: ApiSettings) => CloudflareApi;

  /** @param defaults Used where the stack's config has no value; an empty token means none. */
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

  /** Cancels the work of one engine; others continue. */
  cancel(peer: string): void {
    this.#byPeer.get(peer)?.cancel.abort();
  }

  /** The API for a request of a stack, and the signal that cancels its work. */
  find(peer: string, stack: string): { readonly api: CloudflareApi; readonly signal: AbortSignal } {
    const connection = this.#byPeer.get(peer) ?? this.#findByStack(stack);
    return {
      api: this.#findApi({ ...this.#defaults, ...connection.settings }),
      signal: connection.cancel.signal,
    };
  }

  // gRPC closes a connection that is idle for 30 minutes and opens another for the next request, without a new
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
