import { AutoRouter, type IRequest } from 'itty-router';
import { describeError, type Logger } from '../../system/logger.ts';
import { type OperationRequest, parseOperationRequest } from '../accounts/operation-request.ts';
import type { InvocationView } from '../durable/restate-admin.ts';
import type { LiveOperations } from '../progress/live-operations.ts';
import { type RequestProblem, toProblemResponse } from './problem.ts';
import type { SignedRequests } from './signed-requests.ts';

/** What the HTTP API works with. */
export interface HttpApiOptions {
  readonly requests: SignedRequests;
  readonly live: LiveOperations;
  /** Hands an operation over to be carried out; twice is once. Undefined until the service is ready. */
  readonly operations: () => OperationQueue | undefined;
  readonly logger: Logger;
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
      const parsed = parseBody(body);
      if (parsed.kind === 'invalid') return toProblemResponse(parsed.problem);
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

function parseBody(
  body: string,
):
  | { readonly kind: 'parsed'; readonly request: OperationRequest }
  | { readonly kind: 'invalid'; readonly problem: RequestProblem } {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    const issues = [{ field: '', detail: 'must be a JSON document' }];
    return { kind: 'invalid', problem: { kind: 'body_invalid', issues } };
  }
  const parsed = parseOperationRequest(value);
  return parsed.kind === 'parsed'
    ? parsed
    : { kind: 'invalid', problem: { kind: 'body_invalid', issues: parsed.issues } };
}
