import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { findZone } from '../zones.ts';
import type { EdgeContext } from './edge-server.ts';
import { forward } from './forward.ts';
import { copyHeaders } from './forward-headers.ts';
import { sendProblem } from './problem.ts';
import { findCustomDomain } from './resolve-host.ts';

/** The client address that Cloudflare sets for a request from one Worker to another. */
const workerClientIp = '2a06:98c0:3600::103';

/**
 * Maximum concurrent requests from Workers to one Worker. Workers that call each other in a loop reach it and are
 * stopped; workerd does not say which request of a Worker caused another one.
 */
const openRequestsMax = 256;

/**
 * The egress of every Worker, not yet listening. workerd uses it as a proxy.
 *
 * A host of a zone is served by the Worker of its custom domain, never by a route; every other request goes to its own
 * destination. Requests without the secret are refused, so the port is not an open proxy.
 *
 * @param servers Servers of this machine by an origin that is a name and no address, such as that of the issuer.
 * @param closedPorts Ports of the cloud itself that no Worker has business with, such as Cloudflare's API. At Cloudflare
 *   nothing of the kind is within a Worker's reach.
 */
export function createEgressServer(
  context: EdgeContext,
  secret: string,
  servers: ReadonlyMap<string, string>,
  closedPorts: () => readonly number[],
): Server {
  const openRequests = new Map<string, number>();
  // A proxy request has its host in the request line, and workerd then sends no Host header.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    if (request.headers['x-freehold-egress'] !== secret) {
      response.writeHead(403).end();
      return;
    }
    const target = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : undefined;
    if (target === undefined) return sendProblem(response, { kind: 'invalid_host' });
    const server = servers.get(target.origin);
    if (server !== undefined) return sendOut(request, response, target, server);
    if (findZone(context.zones, target.hostname) === undefined) {
      if (!closedPorts().includes(Number(target.port))) return sendOut(request, response, target);
      return sendProblem(response, { kind: 'own_port', port: target.port });
    }
    const script = findCustomDomain(context.registry, target.hostname);
    if (script === undefined)
      return sendProblem(response, { kind: 'no_worker_for_host', host: target.hostname });
    const open = openRequests.get(script) ?? 0;
    if (open >= openRequestsMax) return sendProblem(response, { kind: 'worker_loop', host: target.hostname });
    openRequests.set(script, open + 1);
    response.once('close', () => openRequests.set(script, (openRequests.get(script) ?? 1) - 1));
    const forwarding = { script, url: target, clientIp: workerClientIp };
    void forward(request, response, forwarding, context.pool, context.report);
  });
  server.requestTimeout = 0;
  return server;
}

/** @param address Origin of the server that answers for the target. Default: the target itself. */
function sendOut(
  request: IncomingMessage,
  response: ServerResponse,
  target: URL,
  address = target.origin,
): void {
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  // Not resolved as a relative URL, because a path that starts with two slashes would be read as a host.
  const sent = send(address, {
    path: target.pathname + target.search,
    method: request.method,
    headers: [...copyHeaders(request, (name) => name === 'host'), 'host', target.host],
  });
  sent.on('response', (answer) => {
    response.writeHead(
      answer.statusCode ?? 502,
      answer.statusMessage,
      copyHeaders(answer, () => false),
    );
    response.flushHeaders();
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  // The Worker's fetch turns a cut connection into an exception, as for any unreachable host.
  sent.on('error', () => response.destroy());
  response.once('close', () => {
    if (!response.writableFinished) sent.destroy();
  });
  request.pipe(sent);
}
