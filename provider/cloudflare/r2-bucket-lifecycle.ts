import type { CloudflareApi } from '../api/cloudflare-api.ts';
import { isList, type PropertyValue } from '../engine/property-value.ts';
import { defineResource, type InputSpecs, type InputsOf } from '../engine/resource-type.ts';
import { bucketPath, jurisdictionHeader } from './r2-bucket.ts';

const inputs = {
  accountId: { type: 'string', description: 'Cloudflare account.', required: true, replaces: true },
  bucketName: { type: 'string', description: 'Name of the bucket.', required: true, replaces: true },
  jurisdiction: {
    type: 'string',
    description: 'Jurisdiction of the bucket.',
    values: ['default', 'eu', 'fedramp'],
    default: 'default',
  },
  rules: {
    type: 'array',
    description: 'Rules for ageing objects, in order.',
    default: [],
  },
} as const satisfies InputSpecs;

/**
 * The lifecycle rules of a bucket. As in Cloudflare's plugin, deleting them makes no call: the rules stay until the
 * bucket is deleted.
 */
export const r2BucketLifecycle = defineResource({
  token: 'cloudflare:index/r2BucketLifecycle:R2BucketLifecycle',
  description: 'The lifecycle rules of an R2 bucket.',
  inputs,
  outputs: {},

  async create(api, news) {
    await putRules(api, news);
    return { id: news.accountId, outputs: {} };
  },

  async read(api, id, olds) {
    // Import is not possible: the id is the Cloudflare account, and only the state names the bucket.
    if (olds.accountId === undefined || olds.bucketName === undefined) return undefined;
    const lifecycle = await api.find(`${bucketPath(olds.accountId, olds.bucketName)}/lifecycle`, {
      headers: jurisdictionHeader(olds.jurisdiction),
    });
    if (lifecycle === undefined) return undefined;
    const rules: PropertyValue = isList(lifecycle.rules) ? lifecycle.rules : [];
    return { id, inputs: { ...olds, rules }, outputs: {} };
  },

  async update(api, _id, news) {
    await putRules(api, news);
    return {};
  },
});

async function putRules(api: CloudflareApi, news: InputsOf<typeof inputs>): Promise<void> {
  await api.call('PUT', `${bucketPath(news.accountId, news.bucketName)}/lifecycle`, {
    headers: jurisdictionHeader(news.jurisdiction),
    body: { rules: news.rules ?? [] },
  });
}
