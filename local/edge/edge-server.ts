import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { domainToUnicode } from 'node:url';
import type { Faults, InjectedFault } from '../faults.ts';
import type { Pool } from '../storage/pool.ts';
import type { Registry } from '../storage/registry.ts';
import type { Zone } from '../zones.ts';
import { type Forwarding, forward } from './forward.ts';
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
 *
 * @param faults What tests inject into requests; those of a Worker to another one are not affected.
 */
export function createEdgeServer(context: EdgeContext, faults: Faults): Server {
  const server = createServer((request, response) => handle(request, response, context, faults));
  // Uploads and event streams may take long; the time limit for the headers stays.
  server.requestTimeout = 0;
  return server;
}

function handle(
  request: IncomingMessage,
  response: ServerResponse,
  context: EdgeContext,
  faults: Faults,
): void {
  const url = toPublicUrl(request);
  if (url === undefined) {
    sendProblem(response, { kind: 'invalid_host' });
    return;
  }
  const fault = faults.take('edge', request.method ?? 'GET', url.pathname);
  if (fault?.effect === 'before') {
    request.resume();
    carryOut(fault, response);
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
  const forwarding: Forwarding = {
    ...{ script, url, clientIp },
    ...(fault === undefined ? {} : { loseAnswer: () => carryOut(fault, response) }),
  };
  void forward(request, response, forwarding, context.pool, context.report);
}

/** Carries out a fault instead of an answer. One that hangs lasts until the client disconnects. */
function carryOut({ action, status, headers }: InjectedFault, response: ServerResponse): void {
  if (action === 'status') response.writeHead(status, headers).end();
  if (action === 'drop') response.destroy();
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
