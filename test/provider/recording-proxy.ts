import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { listenOnLoopback } from '../../system/loopback-server.ts';

/** A request as the client sent it. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** The parsed body if it is JSON. */
  readonly body: unknown;
}

/** Replaces the forwarding of a request: the connection breaks, or another response is sent. */
export type ProxyFault =
  | 'break'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: object };

/** A proxy between a client and the server under test that records requests. */
export interface RecordingProxy {
  readonly origin: string;
  /** All requests so far; a test may clear it. */
  readonly requests: RecordedRequest[];
  /** Applied from the front, one to each request. */
  readonly faults: ProxyFault[];
  close(): Promise<void>;
}

/**
 * Starts a proxy on a free port. Requests and responses pass unchanged; an incomplete response stays incomplete.
 *
 * @param target Origin of the server behind it.
 */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = [];
  const faults: ProxyFault[] = [];
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    requests.push(toRecord(request, bytes));
    const fault = faults.shift();
    if (fault === undefined) await forward(target, request, bytes, response);
    else if (fault === 'break') request.socket.destroy();
    else {
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      response.end(fault.body === undefined ? '' : JSON.stringify(fault.body));
    }
  });
  const { origin, close } = await listenOnLoopback(server);
  return { origin, requests, faults, close: () => close() };
}

function toRecord(request: IncomingMessage, bytes: Buffer): RecordedRequest {
  const contentType = request.headers['content-type'] ?? '';
  const isJson = contentType.startsWith('application/json') && bytes.length > 0;
  return {
    method: request.method ?? 'GET',
    path: request.url?.split('?')[0] ?? '/',
    authorization: request.headers.authorization,
    contentType,
    bytes,
    body: isJson ? JSON.parse(bytes.toString('utf8')) : undefined,
  };
}

async function forward(
  target: string,
  { method, url, headers }: IncomingMessage,
  bytes: Buffer,
  response: ServerResponse,
): Promise<void> {
  const { host: _, ...passed } = headers;
  const { promise: answered, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const upstream = send(new URL(url ?? '/', target), { method, headers: passed, agent: false });
  upstream.on('response', resolve);
  upstream.on('error', reject);
  upstream.end(bytes);
  try {
    const answer = await answered;
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    await pipeline(answer, response);
  } catch {
    // The server closed the connection early, so the client's is closed at the same point.
    response.destroy();
  }
}
