import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Pool } from '../storage/pool.ts';
import type { Registry } from '../storage/registry.ts';
import type { Zone } from '../zones.ts';
import { forward } from './forward.ts';
import { sendProblem } from './problem.ts';
import { findScript, isLoopbackHost } from './resolve-host.ts';

/** Context for requests to Workers, from outside and from other Workers. */
export interface EdgeContext {
  readonly registry: Registry;
  readonly pool: Pool;
  /** The public zone comes first: the names of this machine are aliases of its apex. */
  readonly zones: readonly Zone[];
  /** Receives internal errors; clients get a problem document. */
  readonly report: (error: unknown) => void;
}

/**
 * The public edge of the cloud, not yet listening: one port for every host.
 *
 * A Worker sees `https://<host>/…` for a host of a zone, and the requested URL for a name of this machine.
 */
export function createEdgeServer(context: EdgeContext): Server {
  const server = createServer((request, response) => handle(request, response, context));
  // Uploads and event streams may take long; the time limit for the headers stays.
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
  // Not parsed as a relative URL, because a path that starts with two slashes would be read as a host.
  const path = request.url?.startsWith('/') === true ? request.url : '/';
  if (!/^[\w.:[\]-]+$/u.test(authority) || !URL.canParse(`http://${authority}${path}`)) return undefined;
  const called = new URL(`http://${authority}${path}`);
  return isLoopbackHost(called.hostname) ? called : new URL(`https://${called.hostname}${path}`);
}
