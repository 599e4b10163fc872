import { AutoRouter, type IRequest } from 'itty-router';
import type { OperationKinds } from '../../schema/factory/operation-kinds.ts';
import type { OperationRequest } from '../../schema/factory/operation-messages.ts';
import { describeError, type Logger } from '../../system/logger.ts';
import type { InvocationView } from '../durable/restate-admin.ts';
import type { LiveOperations } from '../progress/live-operations.ts';
import { parseOperationRequest } from './parse-operation-request.ts';
import { toProblemResponse } from './problem.ts';
import type { SignedRequests } from './signed-requests.ts';

/** What the HTTP API works with. */
export interface HttpApiOptions {
  readonly requests: SignedRequests;
  readonly live: LiveOperations;
  /** Hands an operation over to be carried out; twice is once. Undefined until the service is ready. */
  readonly operations: () => OperationQueue | undefined;
  readonly logger: Logger;
  /** The kinds of operation that it takes. Default: all of the factory's. */
  readonly kinds?: OperationKinds;
}

/** The durable queue behind the API. */
export interface OperationQueue {
  submit(request: OperationRequest): Promise<string>;
  find(operationId: string): Promise<InvocationView | undefined>;
  isHealthy(): Promise<boolean>;
}

/** Makes the HTTP API of the service, as a function from request to response. */
export function createHttpApi(options: HttpApiOptions): (request: Request) => Promise<Response> {
  const { requests, live, operations, logger } = options;
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
      const queue = operations();
      if (queue === undefined) return toProblemResponse({ kind: 'not_ready' });
      const { operationId } = parsed.request;
      const invocationId = await queue.submit(parsed.request);
      logger.info('an operation was accepted', { operationId, kind: parsed.request.kind, invocationId });
      return answer(202, { operationId, invocationId }, { location: `/v1/operations/${operationId}` });
    }),
  );

  router.get('/v1/operations/:id', (request) =>
    requests.handle(request as unknown as Request, async () => {
      const queue = operations();
      if (queue === undefined) return toProblemResponse({ kind: 'not_ready' });
      const operationId = String(request.params.id);
      const [invocation, known] = [await queue.find(operationId), live.find(operationId)];
      if (invocation === undefined) return toProblemResponse({ kind: 'operation_unknown', operationId });
      const { handler, accountId, ...rest } = invocation;
      return answer(200, { operationId, kind: handler, accountId, invocation: rest, ...known });
    }),
  );

  router.get('/livez', () => answer(200, { status: 'live' }));

  router.get('/readyz', async () => {
    const queue = operations();
    if (queue === undefined || !(await queue.isHealthy())) return toProblemResponse({ kind: 'not_ready' });
    return answer(200, { status: 'ready' });
  });

  return (request) => router.fetch(request);
}

function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  });
}
