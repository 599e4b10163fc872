import { defaultBaseUrl } from './api/cloudflare-api.ts';

/** What the environment says to the plugin executable. */
export interface PluginEnvironment {
  readonly baseUrl: string;
  /** Empty when there is none. */
  readonly apiToken: string;
}

/** Reads the environment of the plugin executable, by the names that Cloudflare's plugin uses. */
export function readEnvironment(): PluginEnvironment {
  // biome-ignore lint/style/noProcessEnv: this is the one file of the process that reads the environment.
  const { CLOUDFLARE_BASE_URL, CLOUDFLARE_API_TOKEN } = process.env;
  return { baseUrl: CLOUDFLARE_BASE_URL || defaultBaseUrl, apiToken: CLOUDFLARE_API_TOKEN ?? '' };
}
