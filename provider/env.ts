import { defaultBaseUrl } from './api/cloudflare-api.ts';

/** What the environment says to the plugin executable. */
export interface PluginEnvironment {
  readonly baseUrl: string;
  /** Empty when there is none. */
  readonly apiToken: string;
  /** Where accounts are registered. Empty when there is none. */
  readonly platformUrl: string;
  /** Empty when there is none. */
  readonly platformSecret: string;
}

/** Reads the environment of the plugin executable: Cloudflare's by the names that its own plugin uses, and ours. */
export function readEnvironment(): PluginEnvironment {
  const { CLOUDFLARE_BASE_URL, CLOUDFLARE_API_TOKEN, FREEHOLD_PLATFORM_URL, FREEHOLD_PLATFORM_SECRET } =
    // biome-ignore lint/style/noProcessEnv: this is the one file of the process that reads the environment.
    process.env;
  return {
    baseUrl: CLOUDFLARE_BASE_URL || defaultBaseUrl,
    apiToken: CLOUDFLARE_API_TOKEN ?? '',
    platformUrl: FREEHOLD_PLATFORM_URL ?? '',
    platformSecret: FREEHOLD_PLATFORM_SECRET ?? '',
  };
}
