import { defaultBaseUrl } from './api/cloudflare-api.ts';

/** Settings of the plugin executable from the environment. */
export interface PluginEnvironment {
  readonly baseUrl: string;
  /** Empty when there is none. */
  readonly apiToken: string;
  /** Base URL of the platform. Empty when there is none. */
  readonly platformUrl: string;
  /** Empty when there is none. */
  readonly platformSecret: string;
}

/**
 * Reads the environment of the plugin executable: the variables of Cloudflare's own plugin and those of the factory.
 */
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
