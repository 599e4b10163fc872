import type { CloudflareApi } from '../api/cloudflare-api.ts';
import type { Properties } from '../engine/property-value.ts';
import { withoutUndefined } from '../engine/property-value.ts';
import { defineResource, type InputSpecs, type InputsOf } from '../engine/resource-type.ts';
import { scriptPath } from './workers-script-path.ts';

const inputs = {
  accountId: { type: 'string', description: 'Cloudflare account.', required: true, replaces: true },
  scriptName: { type: 'string', description: 'Name of the script.', required: true, replaces: true },
  enabled: { type: 'boolean', description: 'Whether workers.dev answers for the script.', required: true },
  previewsEnabled: {
    type: 'boolean',
    description: 'Whether preview URLs answer for the script.',
    chosenByService: true,
  },
} as const satisfies InputSpecs;

/**
 * Whether a script answers under workers.dev. Its Pulumi id is the Cloudflare account, as in Cloudflare's
 * plugin.
 */
export const workersScriptSubdomain = defineResource({
  token: 'cloudflare:index/workersScriptSubdomain:WorkersScriptSubdomain',
  description: 'The workers.dev subdomain of a script.',
  inputs,
  outputs: {},

  async create(api, news) {
    await post(api, news);
    return { id: news.accountId, outputs: {} };
  },

  async read(api, id, olds) {
    const [accountId = '', scriptName] = id.includes('/') ? id.split('/') : [id, olds.scriptName];
    if (scriptName === undefined) return undefined;
    const subdomain = await api.find(`${scriptPath(accountId, scriptName)}/subdomain`);
    if (subdomain === undefined) return undefined;
    const live: Properties = withoutUndefined({
      enabled: subdomain.enabled,
      previewsEnabled: subdomain.previews_enabled,
    });
    return { id: accountId, inputs: { accountId, scriptName, ...live }, outputs: {} };
  },

  async update(api, _id, news) {
    await post(api, news);
    return {};
  },

  async delete(api, _id, olds) {
    await api.call('DELETE', `${scriptPath(olds.accountId ?? '', olds.scriptName ?? '')}/subdomain`);
  },
});

async function post(api: CloudflareApi, news: InputsOf<typeof inputs>): Promise<void> {
  await api.call('POST', `${scriptPath(news.accountId, news.scriptName)}/subdomain`, {
    body: withoutUndefined({ enabled: news.enabled, previews_enabled: news.previewsEnabled }),
  });
}
