// The gateway Worker that the local cloud adds to every workerd process; all calls go through it. It runs inside workerd
// as plain JavaScript, without a build and without imports.
//
// Each request names an operation and a binding in `x-freehold-op` and `x-freehold-target`, and carries the secret of
// this process, because every program on the machine can open the socket.

/** @typedef {{ fetcher: { fetch(url: string, init: RequestInit): Promise<Response> } }} D1Binding */
/** @typedef {new (length?: number) => TransformStream<Uint8Array, Uint8Array>} ByteTransform */
/** @typedef {{ fetch(request: Request): Promise<Response>, scheduled(event: object): Promise<object> }} ScriptBinding */

/** @type {{ IdentityTransformStream: ByteTransform, FixedLengthStream: ByteTransform }} */
const { IdentityTransformStream, FixedLengthStream } = /** @type {any} */ (globalThis);

const problem = JSON.stringify({
  type: 'urn:freehold:problem:worker-threw-exception',
  title: 'The Worker threw an exception',
  status: 500,
  code: 1101,
});

/** @type {Record<string, (request: Request, binding: any) => Promise<Response>>} */
const operations = {
  async fetch(request, /** @type {ScriptBinding} */ script) {
    try {
      return request.body === null
        ? await script.fetch(request)
        : await fetchWithBody(request, request.body, script);
    } catch (error) {
      console.error(error instanceof Error ? error.stack : String(error));
      return new Response(problem, { status: 500, headers: { 'content-type': 'application/problem+json' } });
    }
  },

  async scheduled(request, /** @type {ScriptBinding} */ script) {
    const { cron, scheduledTime } = await request.json();
    return Response.json(await script.scheduled({ cron, scheduledTime: new Date(scheduledTime) }));
  },

  // The object behind a D1 binding speaks the protocol of D1's client library. Using it directly keeps column order and
  // duplicate column names, which `batch()` loses, and avoids parsing twice.
  async d1(request, /** @type {D1Binding} */ database) {
    const url = 'http://d1/query?resultsFormat=ROWS_AND_COLUMNS';
    const answer = await database.fetcher.fetch(url, { method: 'POST', body: await request.text() });
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
    if (isJson) return new Response(answer.body, { headers: { 'content-type': 'application/json' } });
    // The export's own refusals come as text with the stack.
    const [message = ''] = (await answer.text()).split('\n');
    return Response.json({ error: message.replace(/^(?:Error: )+/, '') });
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
    // R2 accepts a stream only with a known length.
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

/**
 * Forwards a request with a body. workerd closes a connection whose request is not read to the end, and the response
 * may be lost with it. When a Worker refuses without reading the body, the rest is therefore read here first.
 *
 * @param {Request} request
 * @param {ReadableStream<Uint8Array>} body
 * @param {ScriptBinding} script
 */
async function fetchWithBody(request, body, script) {
  const length = request.headers.get('content-length');
  const { readable, writable } =
    length === null ? new IdentityTransformStream() : new FixedLengthStream(Number(length));
  const sending = sendBody(body.getReader(), writable.getWriter());
  const response = await script.fetch(new Request(request, { body: readable })).catch(async (error) => {
    await sending;
    throw error;
  });
  if (response.ok) return response;
  // A refusal is short. Once it has been read, the Worker has finished, and the rest of the body is dropped.
  const content = await response.arrayBuffer();
  await sending;
  return new Response(content.byteLength === 0 ? null : content, response);
}

/**
 * Copies a body to the end, even if the Worker stops reading it.
 *
 * @param {ReadableStreamDefaultReader<Uint8Array>} reader
 * @param {WritableStreamDefaultWriter<Uint8Array>} writer
 */
async function sendBody(reader, writer) {
  let isWanted = true;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (isWanted) await writer.write(read.value).catch(() => (isWanted = false));
    }
    if (isWanted) await writer.close();
  } catch (error) {
    // The client disconnected in the middle of its body; the Worker's read fails too.
    await writer.abort(error).catch(() => {});
  }
}

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
