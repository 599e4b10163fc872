import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServerAdapter } from '@whatwg-node/server';
import { Router } from 'itty-router';
import type { Faults, InjectedFault } from '../../faults.ts';
import { ResourceGoneError } from '../../storage/pool.ts';
import { accountRoutes } from '../account-routes.ts';
import { d1QueryRoutes } from '../d1/d1-query-routes.ts';
import { d1Routes } from '../d1/d1-routes.ts';
import { d1TransferRoutes } from '../d1/d1-transfer-routes.ts';
import { transferBase } from '../d1/transfers.ts';
import { kvRoutes } from '../kv/kv-routes.ts';
import { createLocalHandlers } from '../local-routes.ts';
import { r2ObjectRoutes } from '../r2/r2-object-routes.ts';
import { r2Routes } from '../r2/r2-routes.ts';
import { scriptRoutes } from '../scripts/script-routes.ts';
import { scriptSettingsRoutes } from '../scripts/script-settings-routes.ts';
import { versionRoutes } from '../scripts/version-routes.ts';
import { domainRoutes } from '../zones/domain-routes.ts';
import { zoneRoutes } from '../zones/zone-routes.ts';
import { CallLog } from './call-log.ts';
import type { CloudContext, CloudRequest } from './context.ts';
import { failure, refuse } from './envelope.ts';

/** Base path of Cloudflare's API. */
export const apiBase = '/client/v4';

const routes = [
  ...accountRoutes,
  ...d1Routes,
  ...d1QueryRoutes,
  ...d1TransferRoutes,
  ...r2Routes,
  ...r2ObjectRoutes,
  ...scriptRoutes,
  ...versionRoutes,
  ...scriptSettingsRoutes,
  ...domainRoutes,
  ...zoneRoutes,
  ...kvRoutes,
];

/**
 * The v4 REST API as an HTTP server, not yet listening.
 *
 * @param token The one bearer token that is accepted.
 * @param faults What tests inject into calls of the API and into requests at the edge.
 * @param report Receives internal errors; the caller only sees a 500.
 * @param logFile Where `report` writes them, for that answer.
 */
export function createApiServer(
  context: CloudContext,
  token: string,
  faults: Faults,
  report: (error: unknown) => void,
  logFile: string,
): Server {
  const calls = new CallLog(context.now);
  const router = createRouter(context, faults, calls);

  const dispatch = async (request: Request): Promise<Response> => {
    if (!isAuthorized(request, token)) return refuse({ kind: 'authentication_failed' });
    try {
      return await router.fetch(request);
    } catch (error) {
      if (error instanceof ResourceGoneError) return failure(404, 7404, error.message);
      report(error);
      return failure(500, 10001, `Internal error of the local cloud; see ${logFile}`);
    }
  };

  const adapter = createServerAdapter<NodeContext>(async (request: Request, { req, res }: NodeContext) => {
    const { pathname, search } = new URL(request.url);
    if (pathname.startsWith(`${transferBase}/`)) return await context.transfers.answer(request);
    if (!pathname.startsWith(apiBase)) return await dispatch(request);
    const end = calls.begin(request.method, pathname + search);
    const fault = faults.take('api', request.method, pathname);
    if (fault?.effect === 'before') return await fail(fault, res, end);
    const response = await dispatch(request);
    // A handler that responds early may leave the body unread, which must be drained to reuse the connection.
    if (!req.complete) req.resume();
    if (fault?.action === 'cut') return await cutOff(response, res);
    if (fault !== undefined) return await fail(fault, res, end);
    end(response.status);
    return response;
  });
  return createServer(adapter);
}

interface NodeContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

function createRouter(context: CloudContext, faults: Faults, calls: CallLog) {
  const local = createLocalHandlers(faults, calls, context.pool);
  const router = Router<CloudRequest, [], Response>();
  router.post('/__local/faults', local.addFault);
  router.get('/__local/faults', local.listFaults);
  router.delete('/__local/faults', local.clearFaults);
  router.get('/__local/calls', local.listCalls);
  router.get('/__local/debuggers', local.listDebuggers);
  router.all(`${apiBase}/accounts/:account/*`, checkAccount);
  router.all(`${apiBase}/accounts/:account`, checkAccount);
  for (const { method, path, handle } of routes) {
    router[method.toLowerCase()]?.(`${apiBase}${path}`, (request: CloudRequest) => handle(request, context));
  }
  router.all('*', (request) =>
    refuse({ kind: 'route_not_found', method: request.method, path: new URL(request.url).pathname }),
  );
  return router;

  function checkAccount(request: CloudRequest): Response | undefined {
    const accountId = request.params.account ?? '';
    return accountId === context.accountId
      ? undefined
      : refuse({ kind: 'account_not_authorized', accountId });
  }
}

/** Carries out a fault instead of responding. */
async function fail(
  fault: InjectedFault,
  res: ServerResponse,
  end: (status: number) => void,
): Promise<Response> {
  if (fault.action === 'status') {
    end(fault.status);
    return failure(fault.status, 10001, 'Injected fault', fault.headers);
  }
  if (fault.action === 'drop' || fault.action === 'cut') {
    res.socket?.destroy();
  } else {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    res.once('close', resolve);
    await closed;
  }
  return new Response(null, { status: 500 });
}

/** Sends the first half of a response and closes the connection. */
async function cutOff(response: Response, res: ServerResponse): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer());
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  res.once('close', resolve);
  res.writeHead(response.status, {
    'content-type': response.headers.get('content-type') ?? 'application/json',
    'content-length': body.length,
  });
  res.write(body.subarray(0, body.length / 2), () => res.socket?.destroy());
  await closed;
  return new Response(null, { status: 500 });
}

function isAuthorized(request: Request, token: string): boolean {
  const [, given] = /^Bearer (.+)$/iu.exec(request.headers.get('authorization') ?? '') ?? [];
  if (given === undefined) return false;
  // Digests have equal length, which the constant-time comparison requires.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
