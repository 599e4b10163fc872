import * as v from 'valibot';
import { type BucketRecord, jurisdictions } from '../../storage/records.ts';
import { bucketId } from '../../storage/resource-key.ts';
import { readBody } from '../http/body.ts';
import { type CloudContext, type CloudRequest, instantOf, param, queryOf } from '../http/context.ts';
import { answer, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';

const base = '/accounts/:account/r2/buckets';
const bucketsPerPageDefault = 20;

const createBody = v.object({
  name: v.string(),
  locationHint: v.nullish(v.picklist(['apac', 'eeur', 'enam', 'weur', 'wnam', 'oc'])),
  storageClass: v.nullish(v.picklist(['Standard', 'InfrequentAccess'])),
});

const rulesBody = v.object({ rules: v.nullish(v.array(v.unknown())) });

/** Settings of a bucket that are lists of rules, by the last segment of their path. */
const ruleSettings = { lifecycle: 'lifecycleRules', lock: 'lockRules', cors: 'corsRules' } as const;

/** Buckets and their rules. A jurisdiction is a namespace, selected by a header on every call. */
export const r2Routes: readonly Route[] = [
  { method: 'GET', path: base, handle: listBuckets },
  { method: 'POST', path: base, handle: createBucket },
  { method: 'GET', path: `${base}/:bucket`, handle: getBucket },
  { method: 'PATCH', path: `${base}/:bucket`, handle: updateBucket },
  { method: 'DELETE', path: `${base}/:bucket`, handle: deleteBucket },
  ...Object.entries(ruleSettings).flatMap(([name, setting]): Route[] => [
    {
      method: 'GET',
      path: `${base}/:bucket/${name}`,
      handle: (request, context) =>
        withBucket(request, context, (bucket) => answer({ rules: bucket[setting] })),
    },
    {
      method: 'PUT',
      path: `${base}/:bucket/${name}`,
      handle: async (request, context) => {
        const body = await readBody(request, rulesBody);
        if ('error' in body) return refuse(body.error);
        return withBucket(request, context, (bucket) => {
          context.registry.buckets.put({ ...bucket, [setting]: body.value.rules ?? [] });
          return answer({});
        });
      },
    },
  ]),
  {
    method: 'DELETE',
    path: `${base}/:bucket/cors`,
    handle: (request, context) =>
      withBucket(request, context, (bucket) => {
        context.registry.buckets.put({ ...bucket, corsRules: [] });
        return answer({});
      }),
  },
];

/** Runs `work` with the bucket of the path and the jurisdiction header, or refuses. */
export function withBucket(
  request: CloudRequest,
  context: CloudContext,
  work: (bucket: BucketRecord) => Response | Promise<Response>,
): Response | Promise<Response> {
  const jurisdiction = jurisdictionOf(request);
  const name = param(request, 'bucket');
  const bucket = context.registry.buckets.get(bucketId({ jurisdiction, name }));
  return bucket === undefined ? refuse({ kind: 'bucket_not_found', name, jurisdiction }) : work(bucket);
}

function jurisdictionOf(request: CloudRequest): string {
  return request.headers.get('cf-r2-jurisdiction')?.toLowerCase() ?? 'default';
}

function listBuckets(request: CloudRequest, context: CloudContext): Response {
  const query = queryOf(request);
  const jurisdiction = jurisdictionOf(request);
  const perPage = Number(query.get('per_page') ?? bucketsPerPageDefault) || bucketsPerPageDefault;
  const after = query.get('cursor') ?? query.get('start_after') ?? '';
  const found = context.registry.buckets
    .list()
    .filter((bucket) => bucket.jurisdiction === jurisdiction)
    .filter((bucket) => bucket.name.includes(query.get('name_contains') ?? '') && bucket.name > after)
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const items = found.slice(0, perPage);
  const last = items.at(-1);
  const cursor = last !== undefined && found.length > items.length ? { cursor: last.name } : {};
  return answer({ buckets: items.map(toWire) }, { per_page: perPage, ...cursor });
}

async function createBucket(request: CloudRequest, context: CloudContext): Promise<Response> {
  const body = await readBody(request, createBody);
  if ('error' in body) return refuse(body.error);
  const { name, locationHint, storageClass } = body.value;
  const jurisdiction = jurisdictionOf(request);
  if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/u.test(name)) return refuse({ kind: 'invalid_bucket_name', name });
  if (jurisdiction !== 'default' && !jurisdictions.some((known) => known === jurisdiction)) {
    return refuse({
      kind: 'invalid_request',
      message: `cf-r2-jurisdiction: no jurisdiction ${jurisdiction}`,
    });
  }
  const id = bucketId({ jurisdiction, name });
  if (context.registry.buckets.get(id) !== undefined) return refuse({ kind: 'bucket_exists', name });
  const record: BucketRecord = {
    name,
    jurisdiction,
    location: locationHint ?? 'weur',
    storageClass: storageClass ?? 'Standard',
    createdAt: instantOf(context),
    lifecycleRules: [],
    lockRules: [],
    corsRules: [],
    volume: id,
  };
  context.registry.buckets.put(record);
  return answer(toWire(record));
}

function getBucket(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withBucket(request, context, (bucket) => answer(toWire(bucket)));
}

function updateBucket(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withBucket(request, context, (bucket) => {
    const updated = {
      ...bucket,
      storageClass: request.headers.get('cf-r2-storage-class') ?? bucket.storageClass,
    };
    context.registry.buckets.put(updated);
    return answer(toWire(updated));
  });
}

function deleteBucket(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withBucket(request, context, async (bucket) => {
    const id = bucketId(bucket);
    if (!(await isEmpty(context, bucket))) return refuse({ kind: 'bucket_not_empty', name: bucket.name });
    await context.pool.withdraw(`r2:${id}`, () => {
      context.registry.buckets.delete(id);
      context.volumes.remove('r2', bucket.volume, id);
    });
    return answer({});
  });
}

async function isEmpty(context: CloudContext, bucket: BucketRecord): Promise<boolean> {
  const id = bucketId(bucket);
  // A bucket without a file was never used, so no process needs to be started to look into it.
  if (!context.volumes.exists('r2', bucket.volume, id)) return true;
  const listed = await context.pool.use(`r2:${id}`, (instance) =>
    instance.sendJson({ operation: 'r2-list', target: `r2:${id}` }, { limit: 1 }),
  );
  return (listed as { objects: unknown[] }).objects.length === 0;
}

function toWire(bucket: BucketRecord): Record<string, unknown> {
  return {
    name: bucket.name,
    creation_date: bucket.createdAt,
    location: bucket.location,
    storage_class: bucket.storageClass,
    jurisdiction: bucket.jurisdiction,
  };
}
