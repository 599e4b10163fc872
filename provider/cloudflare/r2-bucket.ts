import { type Properties, withoutUndefined } from '../engine/property-value.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';
import { defineResource } from '../engine/resource-type.ts';
import { adoptAfterLostAnswer } from './adoption.ts';

const token = 'cloudflare:index/r2Bucket:R2Bucket';

/** An R2 bucket. Each jurisdiction is a separate namespace: two buckets may have the same name in different ones. */
export const r2Bucket = defineResource({
  token,
  description: 'An R2 bucket.',
  inputs: {
    accountId: { type: 'string', description: 'Cloudflare account.', required: true, replaces: true },
    name: { type: 'string', description: 'Name of the bucket.', required: true, replaces: true },
    jurisdiction: {
      type: 'string',
      // A change does not replace the bucket, as in Cloudflare's plugin; a program can ask for that with
      // `replaceOnChanges`.
      description: 'Jurisdiction in which the objects are stored.',
      values: ['default', 'eu', 'fedramp'],
      default: 'default',
    },
    location: {
      type: 'string',
      description: 'Preferred location; used only when the name is created for the first time.',
      keptOnRefresh: true,
      chosenByService: true,
      neverDiffers: true,
    },
    storageClass: {
      type: 'string',
      description: 'Storage class of new objects.',
      values: ['Standard', 'InfrequentAccess'],
      default: 'Standard',
    },
  },
  outputs: { creationDate: { type: 'string', description: 'When it was created, ISO 8601.' } },

  async create(api, inputs) {
    const headers = jurisdictionHeader(inputs.jurisdiction);
    const bucket = await api
      .callForObject('POST', bucketsPath(inputs.accountId), {
        headers,
        body: withoutUndefined({
          name: inputs.name,
          locationHint: inputs.location,
          storageClass: inputs.storageClass ?? 'Standard',
        }),
      })
      .catch((error: unknown) =>
        adoptAfterLostAnswer(
          error,
          () => api.find(bucketPath(inputs.accountId, inputs.name), { headers }),
          (found) => found.creation_date,
        ),
      );
    return { id: inputs.name, outputs: toOutputs(bucket) };
  },

  async read(api, id, inputs) {
    const { accountId, name, jurisdiction } = parseId(id, inputs);
    const bucket = await api.find(bucketPath(accountId, name), { headers: jurisdictionHeader(jurisdiction) });
    if (bucket === undefined) return undefined;
    return {
      id: name,
      inputs: {
        accountId,
        name,
        jurisdiction,
        location: bucket.location,
        storageClass: bucket.storage_class,
      },
      outputs: toOutputs(bucket),
    };
  },

  async update(api, id, news, _olds, state) {
    await api.call('PATCH', bucketPath(news.accountId, id), {
      headers: {
        ...jurisdictionHeader(news.jurisdiction),
        'cf-r2-storage-class': news.storageClass ?? 'Standard',
      },
    });
    return { creationDate: state.creationDate };
  },

  async delete(api, id, inputs) {
    const { accountId, name, jurisdiction } = parseId(id, inputs);
    await api.call('DELETE', bucketPath(accountId, name), { headers: jurisdictionHeader(jurisdiction) });
  },
});

/** The header with a bucket's jurisdiction, which every call needs; it is never in a body. */
export function jurisdictionHeader(jurisdiction: string | undefined): { 'cf-r2-jurisdiction': string } {
  return { 'cf-r2-jurisdiction': jurisdiction ?? 'default' };
}

/** Path of one bucket below the base URL. */
export function bucketPath(accountId: string, name: string): string {
  return `${bucketsPath(accountId)}/${encodeURIComponent(name)}`;
}

function bucketsPath(accountId: string): string {
  return `/accounts/${encodeURIComponent(accountId)}/r2/buckets`;
}

function toOutputs(bucket: Properties) {
  return { creationDate: bucket.creation_date };
}

interface BucketId {
  readonly accountId: string;
  readonly name: string;
  readonly jurisdiction: string;
}

/**
 * The id in the state is the name; the id of an import is `<account>/<name>/<jurisdiction>`.
 */
function parseId(
  id: string,
  inputs: { readonly accountId?: string; readonly jurisdiction?: string },
): BucketId {
  const [first, second, third, ...rest] = id.split('/');
  if (first && second && rest.length === 0) {
    return { accountId: first, name: second, jurisdiction: third ?? 'default' };
  }
  if (first && second === undefined && inputs.accountId !== undefined) {
    return { accountId: inputs.accountId, name: first, jurisdiction: inputs.jurisdiction ?? 'default' };
  }
  throw new ProviderFailure({
    kind: 'id_unreadable',
    token,
    id,
    form: '<account id>/<bucket name>/<jurisdiction>',
  });
}
