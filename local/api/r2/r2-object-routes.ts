import { Readable } from 'node:stream';
import * as v from 'valibot';
import type { GatewayCall, Instance } from '../../storage/instance.ts';
import type { BucketRecord } from '../../storage/records.ts';
import { bucketId } from '../../storage/resource-key.ts';
import { readBody } from '../http/body.ts';
import { type CloudContext, type CloudRequest, param, queryOf } from '../http/context.ts';
import { answer, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';
import { withBucket } from './r2-routes.ts';

const base = '/accounts/:account/r2/buckets/:bucket/objects';
const objectsPerPageDefault = 20;
const keysBody = v.array(v.string());

/** Request headers that R2 stores with an object. */
const keptHeaders = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

/** Objects of a bucket, as the dashboard and `wrangler r2 object` use them. */
export const r2ObjectRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: base,
    handle: (request, context) => withBucket(request, context, list(request, context)),
  },
  { method: 'DELETE', path: base, handle: removeMany },
  {
    method: 'GET',
    path: `${base}/:key+`,
    handle: (request, context) => withBucket(request, context, get(request, context)),
  },
  {
    method: 'PUT',
    path: `${base}/:key+`,
    handle: (request, context) => withBucket(request, context, put(request, context)),
  },
  {
    method: 'DELETE',
    path: `${base}/:key+`,
    handle: (request, context) => withBucket(request, context, remove(context, [param(request, 'key')])),
  },
];

type BucketWork = (bucket: BucketRecord) => Promise<Response>;

function list(request: CloudRequest, context: CloudContext): BucketWork {
  return async (bucket) => {
    const query = queryOf(request);
    const perPage = Number(query.get('per_page') ?? objectsPerPageDefault) || objectsPerPageDefault;
    const options = {
      limit: Math.min(perPage, 1000),
      ...pick(query, 'prefix', 'prefix'),
      ...pick(query, 'delimiter', 'delimiter'),
      ...pick(query, 'cursor', 'cursor'),
      ...pick(query, 'start_after', 'startAfter'),
    };
    const listed = (await onBucket(context, bucket, (instance, target) =>
      instance.sendJson({ operation: 'r2-list', target }, options),
    )) as { objects: unknown[]; delimitedPrefixes: string[]; truncated: boolean; cursor?: string };
    return answer(listed.objects, {
      per_page: perPage,
      is_truncated: listed.truncated,
      delimited: listed.delimitedPrefixes,
      ...(listed.cursor === undefined ? {} : { cursor: listed.cursor }),
    });
  };
}

function get(request: CloudRequest, context: CloudContext): BucketWork {
  return async (bucket) => {
    const key = param(request, 'key');
    const target = `r2:${bucketId(bucket)}` as const;
    const { instance, end } = await context.pool.acquire(target);
    const object = await instance
      .send({ operation: 'r2-get', target, url: objectUrl(key), method: 'GET' })
      .catch((error: unknown) => {
        end();
        throw error;
      });
    object.once('close', end);
    if (object.statusCode === 404) {
      object.resume();
      return refuse({ kind: 'object_not_found', key });
    }
    const headers = new Headers();
    for (const name of [...keptHeaders, 'content-length', 'etag', 'last-modified']) {
      const value = object.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    return new Response(Readable.toWeb(object) as ReadableStream, { headers });
  };
}

function put(request: CloudRequest, context: CloudContext): BucketWork {
  return async (bucket) => {
    const headers: Record<string, string> = {};
    for (const name of [...keptHeaders, 'content-length']) {
      const value = request.headers.get(name);
      if (value !== null) headers[name] = value;
    }
    const key = param(request, 'key');
    const object = await onBucket(context, bucket, async (instance, target) => {
      const call: GatewayCall = { operation: 'r2-put', target, url: objectUrl(key), method: 'PUT', headers };
      const { promise, resolve, reject } = Promise.withResolvers<Response>();
      const sent = instance.open(call);
      sent.on('error', reject);
      sent.on('response', (head) => resolve(new Response(Readable.toWeb(head) as ReadableStream)));
      if (request.body === null) sent.end();
      else
        Readable.from(request.body as AsyncIterable<Uint8Array>)
          .on('error', reject)
          .pipe(sent);
      return (await promise).json();
    });
    return answer(object);
  };
}

function remove(context: CloudContext, keys: readonly string[]): BucketWork {
  return async (bucket) => {
    await onBucket(context, bucket, (instance, target) =>
      instance.sendJson({ operation: 'r2-delete', target }, { keys }),
    );
    return answer(keys.map((key) => ({ key })));
  };
}

async function removeMany(request: CloudRequest, context: CloudContext): Promise<Response> {
  const body = await readBody(request, keysBody);
  if ('error' in body) return refuse(body.error);
  return await withBucket(request, context, remove(context, body.value));
}

function onBucket<T>(
  context: CloudContext,
  bucket: BucketRecord,
  work: (instance: Instance, target: `r2:${string}`) => Promise<T>,
): Promise<T> {
  const target = `r2:${bucketId(bucket)}` as const;
  return context.pool.use(target, (instance) => work(instance, target));
}

function objectUrl(key: string): string {
  return `http://gateway/${encodeURIComponent(key)}`;
}

function pick(query: URLSearchParams, name: string, option: string): Record<string, string> {
  const value = query.get(name);
  return value === null ? {} : { [option]: value };
}
