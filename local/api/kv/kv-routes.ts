import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import * as v from 'valibot';
import type { Instance } from '../../storage/instance.ts';
import type { NamespaceRecord } from '../../storage/records.ts';
import { readBody } from '../http/body.ts';
import { type CloudContext, type CloudRequest, instantOf, param, queryOf } from '../http/context.ts';
import { answer, page, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';
import { readForm } from '../scripts/script-upload.ts';

const base = '/accounts/:account/storage/kv/namespaces';
const perPageDefault = 20;
const keysPerPageDefault = 1000;

const titleBody = v.object({ title: v.pipe(v.string(), v.minLength(1), v.maxLength(512)) });
const keysBody = v.array(v.string());

/** KV namespaces and their values. */
export const kvRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: base,
    handle: (request, context) => {
      const [items, info] = page(context.registry.namespaces.list(), queryOf(request), perPageDefault);
      return answer(items.map(toWire), info);
    },
  },
  { method: 'POST', path: base, handle: createNamespace },
  {
    method: 'GET',
    path: `${base}/:namespace`,
    handle: (request, context) => withNamespace(request, context, (one) => answer(toWire(one))),
  },
  { method: 'PUT', path: `${base}/:namespace`, handle: renameNamespace },
  { method: 'DELETE', path: `${base}/:namespace`, handle: deleteNamespace },
  { method: 'GET', path: `${base}/:namespace/keys`, handle: listKeys },
  { method: 'POST', path: `${base}/:namespace/bulk/delete`, handle: deleteKeys },
  { method: 'GET', path: `${base}/:namespace/values/:key+`, handle: readValue },
  { method: 'PUT', path: `${base}/:namespace/values/:key+`, handle: writeValue },
  {
    method: 'DELETE',
    path: `${base}/:namespace/values/:key+`,
    handle: (request, context) => removeKeys(request, context, [param(request, 'key')]),
  },
];

function withNamespace(
  request: CloudRequest,
  context: CloudContext,
  work: (namespace: NamespaceRecord) => Response | Promise<Response>,
): Response | Promise<Response> {
  const id = param(request, 'namespace');
  const namespace = context.registry.namespaces.get(id);
  return namespace === undefined ? refuse({ kind: 'namespace_not_found', id }) : work(namespace);
}

async function createNamespace(request: CloudRequest, context: CloudContext): Promise<Response> {
  const body = await readBody(request, titleBody);
  if ('error' in body) return refuse(body.error);
  const { title } = body.value;
  if (context.registry.namespaces.list().some((one) => one.title === title)) {
    return refuse({ kind: 'namespace_exists', title });
  }
  const id = randomBytes(16).toString('hex');
  const record: NamespaceRecord = { id, title, createdAt: instantOf(context), volume: id };
  context.registry.namespaces.put(record);
  return answer(toWire(record));
}

async function renameNamespace(request: CloudRequest, context: CloudContext): Promise<Response> {
  const body = await readBody(request, titleBody);
  if ('error' in body) return refuse(body.error);
  return await withNamespace(request, context, (namespace) => {
    const renamed = { ...namespace, title: body.value.title };
    context.registry.namespaces.put(renamed);
    return answer(toWire(renamed));
  });
}

function deleteNamespace(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withNamespace(request, context, async ({ id, volume }) => {
    await context.pool.withdraw(`kv:${id}`, () => {
      context.registry.namespaces.delete(id);
      context.volumes.remove('kv', volume, id);
    });
    return answer({});
  });
}

function listKeys(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withNamespace(request, context, async (namespace) => {
    const query = queryOf(request);
    const options = {
      limit: Number(query.get('limit') ?? keysPerPageDefault) || keysPerPageDefault,
      prefix: query.get('prefix') ?? undefined,
      cursor: query.get('cursor') ?? undefined,
    };
    const listed = (await onNamespace(context, namespace, (instance, target) =>
      instance.sendJson({ operation: 'kv-list', target }, options),
    )) as { keys: unknown[]; cursor?: string };
    return answer(listed.keys, { count: listed.keys.length, cursor: listed.cursor ?? '' });
  });
}

function readValue(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withNamespace(request, context, async (namespace) => {
    const key = param(request, 'key');
    const bytes = await onNamespace(context, namespace, async (instance, target) => {
      const value = await instance.send({ operation: 'kv-get', target, url: keyUrl(key), method: 'GET' });
      const content = await buffer(value);
      return value.statusCode === 200 ? content : undefined;
    });
    if (bytes === undefined) return refuse({ kind: 'key_not_found', key });
    return new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } });
  });
}

function writeValue(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withNamespace(request, context, async (namespace) => {
    const { bytes, metadata } = await readValueBody(request);
    const query = queryOf(request);
    const options = {
      ...(query.has('expiration') ? { expiration: Number(query.get('expiration')) } : {}),
      ...(query.has('expiration_ttl') ? { expirationTtl: Number(query.get('expiration_ttl')) } : {}),
      ...(metadata === undefined ? {} : { metadata }),
    };
    const headers = { 'x-freehold-options': encodeURIComponent(JSON.stringify(options)) };
    await onNamespace(context, namespace, async (instance, target) => {
      const url = keyUrl(param(request, 'key'));
      const stored = await instance.send({ operation: 'kv-put', target, url, method: 'PUT', headers }, bytes);
      stored.resume();
      if (stored.statusCode !== 200) throw new Error(`KV refused the value with status ${stored.statusCode}`);
    });
    return answer({});
  });
}

/** Reads a value, either the bare body or a form with metadata. */
async function readValueBody(request: CloudRequest): Promise<{ bytes: Uint8Array; metadata?: unknown }> {
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') === true;
  const form = isForm ? await readForm(request) : undefined;
  if (form === undefined) return { bytes: new Uint8Array(await request.arrayBuffer()) };
  const value = form.get('value');
  const bytes =
    typeof value === 'string' ? Buffer.from(value) : new Uint8Array((await value?.arrayBuffer()) ?? []);
  const metadata = form.get('metadata');
  return typeof metadata === 'string' ? { bytes, metadata: JSON.parse(metadata) } : { bytes };
}

async function deleteKeys(request: CloudRequest, context: CloudContext): Promise<Response> {
  const body = await readBody(request, keysBody);
  if ('error' in body) return refuse(body.error);
  return await removeKeys(request, context, body.value);
}

function removeKeys(
  request: CloudRequest,
  context: CloudContext,
  keys: readonly string[],
): Response | Promise<Response> {
  return withNamespace(request, context, async (namespace) => {
    await onNamespace(context, namespace, (instance, target) =>
      instance.sendJson({ operation: 'kv-delete', target }, { keys }),
    );
    return answer({});
  });
}

function onNamespace<T>(
  context: CloudContext,
  { id }: NamespaceRecord,
  work: (instance: Instance, target: `kv:${string}`) => Promise<T>,
): Promise<T> {
  return context.pool.use(`kv:${id}`, (instance) => work(instance, `kv:${id}`));
}

function keyUrl(key: string): string {
  return `http://gateway/${encodeURIComponent(key)}`;
}

function toWire(namespace: NamespaceRecord): Record<string, unknown> {
  return { id: namespace.id, title: namespace.title, supports_url_encoding: true };
}
