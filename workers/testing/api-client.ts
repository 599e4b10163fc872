import { type IncomingMessage, request as sendRequest } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** A request of a test: text, bytes and streams are sent unchanged, anything else as JSON. */
export interface ApiRequest {
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A response with its decoded body. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON, or `{}` when it is not JSON. */
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Sends requests to one API. */
export type ApiClient = (path: string, request?: ApiRequest) => Promise<ApiAnswer>;

/**
 * A client of the API at a base URL. Each request uses a new connection: a Worker that refuses a body early closes its
 * connection, and a pool would reuse that connection for the next test.
 */
export function createApiClient(baseUrl: string): ApiClient {
  return async (path, { method = 'GET', token, headers = {}, body } = {}) => {
    const sent = {
      'accept-encoding': 'gzip',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const message = await send(new URL(path, baseUrl), method, sent, body);
    const chunks: Uint8Array[] = [];
    for await (const chunk of message) chunks.push(chunk);
    const received = Buffer.concat(chunks);
    const isZipped = message.headers['content-encoding'] === 'gzip' && received.byteLength > 0;
    const bytes = isZipped ? gunzipSync(received) : received;
    const text = bytes.toString('utf8');
    return { status: message.statusCode ?? 0, headers: toHeaders(message), body: toJson(text), text, bytes };
  };
}

function send(
  url: URL,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = sendRequest(url, { method, headers, agent: false }, resolve);
    // After a response this does nothing: an unsent rest of a refused body is not a failure.
    request.on('error', reject);
    if (isStream(body)) void pour(body, request);
    else if (body === undefined) request.end();
    else {
      const bytes = toBytes(body);
      request.setHeader('content-length', bytes.byteLength); // Node leaves it out of a DELETE, body or not.
      request.end(bytes);
    }
  });
}

function toBytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Sends a stream in chunks, without a Content-Length, as long as the other side reads. */
async function pour(body: AsyncIterable<Uint8Array>, request: ReturnType<typeof sendRequest>): Promise<void> {
  for await (const chunk of body) {
    if (request.destroyed) return;
    if (!request.write(chunk)) {
      await Promise.race(
        ['drain', 'close'].map((event) => new Promise((resolve) => request.once(event, resolve))),
      );
    }
  }
  request.end();
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function toHeaders(message: IncomingMessage): Headers {
  return new Headers(
    Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );
}

function toJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {}; // The bytes of a document, or no body.
  }
}
