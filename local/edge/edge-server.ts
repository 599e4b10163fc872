import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Pool } from '../storage/pool.ts';
import type { Registry } from '../storage/registry.ts';
import type { Zone } from '../zones.ts';
import { forward } from './forward.ts';
import { sendProblem } from './problem.ts';
import { findScript, isLoopbackHost } from './resolve-host.ts';

/** What both ways into a Worker, from outside and from another Worker, work with. */
export interface EdgeContext {
  readonly registry: Registry;
  readonly pool: Pool;
  /** The public zone first: this machine's own names stand for its apex. */
  readonly zones: readonly Zone[];
  /** Told what went wrong inside; clients see a problem document. */
  readonly report: (error: unknown) => void;
}

/**
 * The public front of the cloud, not yet listening: one port for every host.
 *
 * A Worker sees `https://<host>/…` for a host of a zone, and the address as it was called for this machine's.
 */
export function createEdgeServer(context: EdgeContext): Server {
  const server = createServer((request, response) => handle(request, response, context));
  // Uploads and event streams may last; the time to send the headers stays limited.
  server.requestTimeout = 0;
  return server;
}

function handle(request: IncomingMessage, response: ServerResponse, context: EdgeContext): void {
  const url = toPublicUrl(request);
  if (url === undefined) {
    sendProblem(response, { kind: 'invalid_host' });
    return;
  }
  const script = findScript(context.registry, context.zones, {
    host: url.hostname,
    path: url.pathname + url.search,
  });
  if (script === undefined) {
    sendProblem(response, { kind: 'no_worker_for_host', host: url.hostname });
    return;
  }
  const clientIp = request.socket.remoteAddress?.replace(/^::ffff:/u, '') ?? '127.0.0.1';
  void forward(request, response, { script, url, clientIp }, context.pool, context.report);
}

function toPublicUrl(request: IncomingMessage): URL | undefined {
  const authority = request.headers.host ?? '';
  // A path that begins with two slashes must not be read as a host, hence no relative parsing.
  const path = request.url?.startsWith('/') === true ? request.url : '/';
  if (!/^[\w.:[\]-]+$/u.test(authority) || !URL.canParse(`http://${authority}${path}`)) return undefined;
  const called = new URL(`http://${authority}${path}`);
  return isLoopbackHost(called.hostname) ? called : new URL(`https://${called.hostname}${path}`);
}
