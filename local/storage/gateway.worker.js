// The Worker that the local cloud puts into every workerd process beside the user's own: the only way in.
// It runs inside workerd, so it is plain JavaScript that needs no build, and it imports nothing.
//
// Each request names an operation and a binding in `x-freehold-op` and `x-freehold-target`, and carries
// the secret of this process: the socket is open to every program on the machine.

/** @typedef {{ fetcher: { fetch(url: string, init: RequestInit): Promise<Response> } }} D1Binding */
/** @typedef {{ fetch(request: Request): Promise<Response>, scheduled(event: object): Promise<object> }} ScriptBinding */

const problem = JSON.stringify({
  type: 'urn:freehold:problem:worker_threw_exception',
  title: 'Worker threw exception',
  status: 500,
  code: 1101,
});

/** @type {Record<string, (request: Request, binding: any) => Promise<Response>>} */
const operations = {
  async fetch(request, /** @type {ScriptBinding} */ script) {
    try {
      return await script.fetch(request);
    } catch (error) {
      console.error(error instanceof Error ? error.stack : String(error));
      return new Response(problem, { status: 500, headers: { 'content-type': 'application/problem+json' } });
    }
  },

  async scheduled(request, /** @type {ScriptBinding} */ script) {
    const { cron, scheduledTime } = await request.json();
    return Response.json(await script.scheduled({ cron, scheduledTime: new Date(scheduledTime) }));
  },

  // The object behind a D1 binding speaks this protocol with D1's own client library. Used directly it
  // keeps column order and duplicate column names, which `batch()` loses, and nothing is parsed twice.
  async d1(request, /** @type {D1Binding} */ database) {
    const url = 'http://d1/query?resultsFormat=ROWS_AND_COLUMNS';
    const answer = await database.fetcher.fetch(url, { method: 'POST', body: await request.text() });
    return new Response(answer.body, { headers: { 'content-type': 'application/json' } });
  },

  async 'r2-list'(request, bucket) {
    const listed = await bucket.list({
      ...(await request.json()),
      include: ['httpMetadata', 'customMetadata'],
    });
    return Response.json({
      objects: listed.objects.map(describeObject),
      delimitedPrefixes: listed.delimitedPrefixes,
      truncated: listed.truncated,
      cursor: listed.truncated ? listed.cursor : undefined,
    });
  },

  async 'r2-get'(request, bucket) {
    const object = await bucket.get(objectKey(request));
    if (object === null) return new Response(null, { status: 404 });
    const headers = new Headers({ 'content-length': String(object.size) });
    object.writeHttpMetadata(headers);
    headers.set('etag', object.httpEtag);
    headers.set('last-modified', object.uploaded.toUTCString());
    return new Response(object.body, { headers });
  },

  async 'r2-put'(request, bucket) {
    const size = Number(request.headers.get('content-length') ?? 'NaN');
    // R2 takes a stream only when its length is known.
    const body = request.body === null || Number.isNaN(size) ? await request.arrayBuffer() : request.body;
    const object = await bucket.put(objectKey(request), body, { httpMetadata: request.headers });
    return Response.json(describeObject(object));
  },

  async 'r2-delete'(request, bucket) {
    const { keys } = await request.json();
    await bucket.delete(keys);
    return Response.json({});
  },

  async 'kv-list'(request, namespace) {
    return Response.json(await namespace.list(await request.json()));
  },

  async 'kv-get'(request, namespace) {
    const { value, metadata } = await namespace.getWithMetadata(objectKey(request), 'stream');
    if (value === null) return new Response(null, { status: 404 });
    return new Response(value, {
      headers: { 'x-freehold-metadata': encodeURIComponent(JSON.stringify(metadata)) },
    });
  },

  async 'kv-put'(request, namespace) {
    const options = JSON.parse(decodeURIComponent(request.headers.get('x-freehold-options') ?? '{}'));
    await namespace.put(objectKey(request), await request.arrayBuffer(), options);
    return Response.json({});
  },

  async 'kv-delete'(request, namespace) {
    const { keys } = await request.json();
    for (const key of keys) await namespace.delete(key);
    return Response.json({});
  },
};

/** @param {Request} request */
function objectKey(request) {
  return decodeURIComponent(new URL(request.url).pathname.slice(1));
}

/** @param {any} object */
function describeObject(object) {
  return {
    key: object.key,
    size: object.size,
    etag: object.etag,
    last_modified: object.uploaded.toISOString(),
    storage_class: object.storageClass,
    http_metadata: object.httpMetadata,
    custom_metadata: object.customMetadata,
  };
}

// biome-ignore lint/style/noDefaultExport: a Worker's entry is its default export
export default {
  /**
   * @param {Request} request
   * @param {Record<string, any>} env
   */
  async fetch(request, env) {
    const headers = new Headers(request.headers);
    const operation = operations[headers.get('x-freehold-op') ?? ''];
    const binding = env[headers.get('x-freehold-target') ?? ''];
    if (headers.get('x-freehold-gateway') !== env.GATEWAY_SECRET) return new Response(null, { status: 403 });
    if (operation === undefined || binding === undefined) return new Response(null, { status: 421 });
    for (const name of ['op', 'target', 'gateway']) headers.delete(`x-freehold-${name}`);
    return operation(new Request(request, { headers }), binding);
  },
};
