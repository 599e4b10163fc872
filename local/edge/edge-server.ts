import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { domainToUnicode } from 'node:url';
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

/** The URL that a request is for; undefined when it names no valid one. */
function toPublicUrl(request: IncomingMessage): URL | undefined {
  const { authority, path } = splitTarget(request);
  if (!/^[\w.:[\]-]+$/u.test(authority) || !URL.canParse(`http://${authority}${path}`)) return undefined;
  const called = new URL(`http://${authority}${path}`);
  // A trailing dot makes a name absolute for DNS and is not part of it (RFC 1034 §3.1).
  const host = called.hostname.replace(/\.$/u, '');
  if (host === '' || host.split('.').some(isBadPunycode)) return undefined;
  return isLoopbackHost(host) ? called : new URL(`https://${host}${path}`);
}

/** Whether a label says that it is internationalized and is not (RFC 5891 §5.3): a Worker could not parse its URL. */
function isBadPunycode(label: string): boolean {
  return label.startsWith('xn--') && /^(?:xn--|$)/u.test(domainToUnicode(label));
}

/** RFC 9112 §3.2: a target is a path at the host of the `Host` header, or a whole URL that takes precedence over it. */
function splitTarget(request: IncomingMessage): { readonly authority: string; readonly path: string } {
  const target = request.url ?? '/';
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/iu.exec(target);
  if (absolute !== null) {
    const [, authority = '', rest = ''] = absolute;
    return { authority, path: rest.startsWith('/') ? rest : `/${rest}` };
  }
  // Not parsed as a relative URL, because a path that starts with two slashes would be read as a host.
  return { authority: request.headers.host ?? '', path: target.startsWith('/') ? target : '/' };
}
