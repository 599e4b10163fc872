import { AutoRouter, type IRequest } from 'itty-router';
import type { ReleaseStore } from '../../engine/releases/release-store.ts';
import type { OperationKinds } from '../../schema/factory/operation-kinds.ts';
import { operationRequest } from '../../schema/factory/operation-messages.ts';
import { describeError, type Logger } from '../../system/logger.ts';
import { isRefusal } from '../../workers/http/problems/refusal.ts';
import type { AccountQueue } from '../accounts/account-queue.ts';
import type { PlatformDeployments } from '../platform/platform-deployments.ts';
import { findRelease } from '../releases/find-release.ts';
import { deploymentBody } from './deployment-body.ts';
import { parseBody } from './parse-body.ts';
import { notReady, releaseUnusable, routeNotFound, toProblemResponse, unexpectedFailure } from './problem.ts';
import type { Readiness } from './readiness.ts';
import type { SignedRequests } from './signed-requests.ts';

/** The parts of a ready service that accept work. */
export interface AcceptingService {
  readonly queue: AccountQueue;
  readonly platform: PlatformDeployments;
}

/** Options of the HTTP API. */
export interface HttpApiOptions {
  readonly requests: SignedRequests;
  /** Accepts operations and deployments; undefined until the service is ready. */
  readonly service: () => AcceptingService | undefined;
  readonly releases: ReleaseStore;
  readonly readiness: Readiness;
  readonly logger: Logger;
  /** The kinds of operation that it accepts. Default: all of the factory's. */
  readonly kinds?: OperationKinds;
}

/** Creates the HTTP API of the service, as a function from request to response. */
export function createHttpApi(options: HttpApiOptions): (request: Request) => Promise<Response> {
  const { requests, service, releases, readiness, logger } = options;
  const router = AutoRouter<IRequest, []>({
    catch: (error: unknown, request) => {
      logger.error('a request failed', { error: describeError(error) });
      return toProblemResponse(unexpectedFailure, request as unknown as Request);
    },
    missing: (request) => toProblemResponse(routeNotFound, request as unknown as Request),
  });

  router.post('/v1/operations', (routed) => {
    const request = routed as unknown as Request;
    return requests.handle(request, async (body) => {
      const parsed = parseBody(operationRequest(options.kinds), body);
      if (isRefusal(parsed)) return toProblemResponse(parsed.error, request);
      const accepting = service();
      if (accepting === undefined) return toProblemResponse(notReady(await readiness.missing()), request);
      const { operationId, kind } = parsed;
      const invocationId = await accepting.queue.submit(parsed);
      logger.info('an operation was accepted', { operationId, kind, invocationId });
      return answer(202, { operationId, invocationId });
    });
  });

  router.post('/v1/platform/deployments', (routed) => {
    const request = routed as unknown as Request;
    return requests.handle(request, async (body, messageId) => {
      const parsed = parseBody(deploymentBody, body);
      if (isRefusal(parsed)) return toProblemResponse(parsed.error, request);
      const accepting = service();
      if (accepting === undefined) return toProblemResponse(notReady(await readiness.missing()), request);
      const found = await findRelease(releases, parsed.release);
      if (found.kind !== 'found') return toProblemResponse(releaseUnusable(found.message), request);
      const release = found.name;
      const asked = await accepting.platform.request(release, messageId);
      logger.info('a deployment of the platform was accepted', { release, ...asked });
      return answer(202, { release, ...asked });
    });
  });

  router.get('/v1/platform', (routed) => {
    const request = routed as unknown as Request;
    return requests.handle(request, async () => {
      const accepting = service();
      if (accepting === undefined) return toProblemResponse(notReady(await readiness.missing()), request);
      return answer(200, await accepting.platform.status());
    });
  });

  router.get('/livez', () => answer(200, { status: 'live' }));

  router.get('/readyz', async (request) => {
    const missing = await readiness.missing();
    return missing.length > 0
      ? toProblemResponse(notReady(missing), request as unknown as Request)
      : answer(200, { status: 'ready' });
  });

  return (request) => router.fetch(request);
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}
