import { AutoRouter, type IRequest } from 'itty-router';
import type { OperationKinds } from '../../schema/factory/operation-kinds.ts';
import { describeError, type Logger } from '../../system/logger.ts';
import type { AccountQueue } from '../accounts/account-queue.ts';
import { parseOperationRequest } from './parse-operation-request.ts';
import { toProblemResponse } from './problem.ts';
import type { Readiness } from './readiness.ts';
import type { SignedRequests } from './signed-requests.ts';

/** What the HTTP API works with. */
export interface HttpApiOptions {
  readonly requests: SignedRequests;
  /** Takes the operations; undefined until the service is ready. */
  readonly queue: () => AccountQueue | undefined;
  readonly readiness: Readiness;
  readonly logger: Logger;
  /** The kinds of operation that it takes. Default: all of the factory's. */
  readonly kinds?: OperationKinds;
}

/** Makes the HTTP API of the service, as a function from request to response. */
export function createHttpApi(options: HttpApiOptions): (request: Request) => Promise<Response> {
  const { requests, queue, readiness, logger } = options;
  const router = AutoRouter<IRequest, []>({
    catch: (error: unknown) => {
      logger.error('a request failed', { error: describeError(error) });
      return toProblemResponse({ kind: 'unexpected' });
    },
    missing: () => toProblemResponse({ kind: 'not_found' }),
  });

  router.post('/v1/operations', (request) =>
    requests.handle(request as unknown as Request, async (body) => {
      const parsed = parseOperationRequest(body, options.kinds);
      if (parsed.kind === 'invalid')
        return toProblemResponse({ kind: 'body_invalid', issues: parsed.issues });
      const accounts = queue();
      if (accounts === undefined) return notReady(readiness);
      const { operationId } = parsed.request;
      const invocationId = await accounts.submit(parsed.request);
      logger.info('an operation was accepted', { operationId, kind: parsed.request.kind, invocationId });
      return answer(202, { operationId, invocationId });
    }),
  );

  router.get('/livez', () => answer(200, { status: 'live' }));

  router.get('/readyz', async () => {
    const missing = await readiness.missing();
    return missing.length > 0
      ? toProblemResponse({ kind: 'not_ready', missing })
      : answer(200, { status: 'ready' });
  });

  return (request) => router.fetch(request);
}

async function notReady(readiness: Readiness): Promise<Response> {
  return toProblemResponse({ kind: 'not_ready', missing: await readiness.missing() });
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}
