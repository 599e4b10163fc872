import type { ApiSettings } from '../api/cloudflare-api.ts';
import { containsUnknown, type Properties, toPlainProperties } from './property-value.ts';
import type { InputFailure, InputSpec } from './resource-type.ts';

/** Settings of both packages in a stack's config. */
export const providerConfig = {
  apiToken: { type: 'string', description: 'Cloudflare API token. Default: CLOUDFLARE_API_TOKEN.' },
  baseUrl: { type: 'string', description: 'Base URL of the v4 API. Default: CLOUDFLARE_BASE_URL.' },
} as const satisfies { readonly [name: string]: InputSpec };

const otherCredentials = ['apiKey', 'apiUserServiceKey', 'email'];

/** Checks the config of a provider by the rules of Cloudflare's plugin. */
export function checkProviderConfig(config: Properties): readonly InputFailure[] {
  const { apiToken, baseUrl, ...rest } = toPlainProperties(config);
  const failures: InputFailure[] = [];
  if (
    apiToken !== undefined &&
    !containsUnknown(apiToken) &&
    !/^[0-9A-Za-z_-]{40,80}$/.test(String(apiToken))
  ) {
    failures.push({
      property: 'apiToken',
      reason: 'API tokens must be 40 to 80 characters of A-Z, a-z, 0-9, - and _',
    });
  }
  if (baseUrl !== undefined && !containsUnknown(baseUrl) && !URL.canParse(String(baseUrl))) {
    failures.push({ property: 'baseUrl', reason: 'must be a URL' });
  }
  for (const property of otherCredentials) {
    if (rest[property] !== undefined) failures.push({ property, reason: 'use an API token: apiToken' });
  }
  return failures;
}

/** Reads the settings from the arguments of Configure, without a trailing slash of the URL. */
export function toApiSettings(config: Properties): Partial<ApiSettings> {
  const { apiToken, baseUrl } = toPlainProperties(config);
  return {
    ...(typeof apiToken === 'string' && apiToken !== '' && { apiToken }),
    ...(typeof baseUrl === 'string' && baseUrl !== '' && { baseUrl: baseUrl.replace(/\/+$/, '') }),
  };
}
