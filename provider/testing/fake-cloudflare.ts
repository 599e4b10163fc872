import { createServer, type IncomingHttpHeaders } from 'node:http';
import { listenOnLoopback } from '../../system/loopback-server.ts';
import { type FakeAnswer, refusal } from './fake-answer.ts';
import { createFakeD1 } from './fake-d1.ts';
import { createFakeR2 } from './fake-r2.ts';
import { createFakeWorkers, type FakeWorkers } from './fake-workers.ts';

export interface FakeCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** Something that goes wrong once, at the first call that matches. */
export interface FakeFault {
  readonly method: string;
  readonly path: RegExp;
  /**
   * `lose-answer`: the call takes effect and the connection breaks before the answer; `cut-answer`: in the middle of
   * it; otherwise an answer in its place.
   */
  readonly fault: 'lose-answer' | 'cut-answer' | FakeAnswer;
}

/** Cloudflare's v4 API in memory, with the rules that the resources of this room depend on. */
export interface FakeCloudflare {
  /** Ends in `/client/v4`. */
  readonly baseUrl: string;
  /** Every call answered so far; a test may empty it. */
  readonly calls: FakeCall[];
  readonly faults: FakeFault[];
  readonly workers: FakeWorkers;
  databases(): readonly string[];
  /** As `<jurisdiction>/<name>`. */
  buckets(): readonly string[];
  close(): Promise<void>;
}

const basePath = '/client/v4';

/** Starts a fake of its own on a free port of loopback. */
export async function startFakeCloudflare(): Promise<FakeCloudflare> {
  const d1 = createFakeD1();
  const r2 = createFakeR2();
  const workers = createFakeWorkers();
  const handlers = [...d1.handlers, ...r2.handlers, ...workers.handlers];
  const calls: FakeCall[] = [];
  const faults: FakeFault[] = [];

  const answer = async (method: string, url: URL, headers: IncomingHttpHeaders, bytes: Buffer) => {
    const path = url.pathname.slice(basePath.length);
    const body: unknown = headers['content-type']?.startsWith('application/json')
      ? JSON.parse(bytes.toString('utf8'))
      : undefined;
    calls.push({ method, path, authorization: headers.authorization, body });
    for (const handler of handlers) {
      const match = handler.method === method ? handler.path.exec(path) : null;
      if (match === null) continue;
      const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
      return handler.handle({ groups: match.slice(1), query: url.searchParams, headers: flat, bytes, body });
    }
    return refusal(404, 7003, `No route for ${method} ${path}`);
  };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://localhost');
    const index = faults.findIndex((fault) => fault.method === method && fault.path.test(url.pathname));
    const [fault] = index < 0 ? [] : faults.splice(index, 1);
    const given =
      fault === undefined || typeof fault.fault === 'string'
        ? await answer(method, url, request.headers, Buffer.concat(chunks))
        : fault.fault;
    if (fault?.fault === 'lose-answer') {
      request.socket.destroy();
      return;
    }
    if (fault?.fault === 'cut-answer') {
      response.writeHead(given.status, { 'content-type': given.mediaType, 'content-length': 1_000_000 });
      response.write('{', () => request.socket.destroy());
      return;
    }
    response.writeHead(given.status, { 'content-type': given.mediaType, ...given.headers }).end(given.body);
  });
  const { origin, close } = await listenOnLoopback(server);
  return {
    baseUrl: `${origin}${basePath}`,
    calls,
    faults,
    workers,
    databases: d1.databases,
    buckets: r2.buckets,
    close: () => close(),
  };
}
