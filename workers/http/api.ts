import { AutoRouter, type AutoRouterType, type IRequest } from 'itty-router';
import type { ApiContext } from './api-context.ts';
import { BOOKMARK_HEADER, parseBookmark } from './bookmark.ts';
import { openDatabase } from './database.ts';
import { logFailure } from './log-failure.ts';
import { problemResponse } from './problem-response.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { TRACEPARENT_HEADER, toTraceparent } from './traceparent.ts';

/** A router whose routes get the request's context and answer with a response or a refusal. */
export type ApiRouter<Bindings> = AutoRouterType<IRequest, [ApiContext<Bindings>], Response>;

/** What makes an API: where its database is, and its routes. */
export interface ApiOptions<Bindings> {
  readonly database: (bindings: Bindings) => D1Database;
  readonly routes: (router: ApiRouter<Bindings>) => void;
  /** Names a column for the caller when its value is taken; see `toD1Refusal`. Default: the column's SQL name. */
  readonly toField?: (table: string, column: string) => string;
  /** Default `Date.now`. */
  readonly now?: () => number;
}

/** An API as a Worker serves it. Never rejects: whatever happens becomes a problem document. */
export interface Api<Bindings> {
  readonly fetch: (request: Request, bindings: Bindings, execution: ExecutionContext) => Promise<Response>;
}

/**
 * Builds an API on itty-router with the conventions that both Workers share: problem documents for every failure,
 * 404 and 405 included; bookmarks in and out; `traceparent`; security headers; HEAD wherever there is GET.
 */
export function createApi<Bindings>(options: ApiOptions<Bindings>): Api<Bindings> {
  const router: ApiRouter<Bindings> = AutoRouter<IRequest, [ApiContext<Bindings>], Response>({
    format: (answer: unknown, _request: IRequest, context: ApiContext<Bindings>) =>
      toResponse(answer, context.url),
    missing: (_request: IRequest, context: ApiContext<Bindings>) => missingRoute(router, context.url),
    // itty-router's own `catch` answers with the message and every property of what was thrown.
    catch: (error: unknown, request: IRequest, context: ApiContext<Bindings>) => {
      logFailure(error, { method: request.method, route: request.route, traceparent: context.traceparent });
      return problemResponse({ kind: 'internal' }, context.url.pathname);
    },
  });
  options.routes(router);
  return {
    fetch: async (request, bindings, execution) => {
      const url = new URL(request.url);
      const traceparent = toTraceparent(request.headers);
      const bookmark = parseBookmark(request.headers);
      if (isRefusal(bookmark))
        return finish(problemResponse(bookmark.error, url.pathname), traceparent, null);
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      // The primary has seen every bookmark, and a write must not decide from an older copy of its row.
      const start = isRead ? (bookmark ?? 'first-unconstrained') : 'first-primary';
      const database = openDatabase(options.database(bindings), start, options.toField);
      const nowMs = (options.now ?? Date.now)();
      const context = { bindings, execution, request, url, nowMs, traceparent, database };
      const routed = request.method === 'HEAD' ? new Request(request, { method: 'GET' }) : request;
      const response = await router.fetch(routed, context);
      return finish(response, traceparent, database.bookmark(), request.method === 'HEAD');
    },
  };
}

function toResponse(answer: unknown, url: URL): Response {
  if (answer instanceof Response) return answer;
  if (isRefusal(answer)) return problemResponse(answer.error, url.pathname);
  throw new Error('a route answers with a Response or a Refusal');
}

/** 405 with the methods of this path where other methods have it, else 404. */
function missingRoute<Bindings>(router: ApiRouter<Bindings>, url: URL): Refusal {
  const methods = router.routes.filter(([, pattern]) => pattern.test(url.pathname)).map(([method]) => method);
  if (methods.length === 0) return refuse({ kind: 'route_not_found' });
  if (methods.includes('GET')) methods.push('HEAD');
  return refuse({ kind: 'method_not_allowed', allow: [...new Set(methods)].sort() });
}

function finish(response: Response, traceparent: string, bookmark: string | null, isHead = false): Response {
  if (isHead) void response.body?.cancel();
  // A response that came from fetch() has immutable headers, so every answer is made anew around the same body.
  const answer = new Response(isHead ? null : response.body, response);
  addSecurityHeaders(answer.headers);
  answer.headers.set(TRACEPARENT_HEADER, traceparent);
  if (bookmark !== null) answer.headers.set(BOOKMARK_HEADER, bookmark);
  return answer;
}
