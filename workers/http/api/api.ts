import { AutoRouter, type AutoRouterType, type IRequest } from 'itty-router';
import { BOOKMARK_HEADER, parseBookmark, toBookmark } from '../database/bookmark.ts';
import {
  PREFERENCE_APPLIED_HEADER,
  prefersStrong,
  STRONG_CONSISTENCY,
  toSessionStart,
} from '../database/consistency.ts';
import { openDatabase, refusingDatabase } from '../database/database.ts';
import { problemResponse } from '../problems/problem-response.ts';
import { isRefusal, type Refusal, refuse } from '../problems/refusal.ts';
import {
  type HonoursConditions,
  honoursRowConditions,
  refuseConditions,
} from '../request/write-conditions.ts';
import type { ApiContext } from './api-context.ts';
import { logFailure } from './log-failure.ts';
import { findOwnPaths } from './own-paths.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { startTimeLimit } from './time-limit.ts';
import { TRACEPARENT_HEADER, toTraceparent } from './traceparent.ts';

/** A router whose routes get the request's context and return a response or a refusal. */
export type ApiRouter<Bindings> = AutoRouterType<IRequest, [ApiContext<Bindings>], Response>;

/** The parts of an API: its database, its routes and how callers reach it. */
export interface ApiOptions<Bindings> {
  readonly database: (bindings: Bindings) => D1Database;
  /** Identifies the database, so that bookmarks of other databases are refused. */
  readonly bookmarkScope: (bindings: Bindings) => string;
  readonly routes: (router: ApiRouter<Bindings>) => void;
  /** Refuses a request before it is routed. Default: no request is refused. */
  readonly before?: (context: ApiContext<Bindings>) => Promise<Refusal | undefined>;
  /** Whether a route evaluates the conditions of a write; see `refuseConditions()`. Default: changes of rows do. */
  readonly honoursConditions?: HonoursConditions;
  /** Name for the caller of a column whose value is taken; see `toD1Refusal`. Default: the column's SQL name. */
  readonly toField?: (table: string, column: string) => string;
  /** Default `Date.now`. */
  readonly now?: () => number;
  /** The path prefix under which the caller reaches this API. Default none. */
  readonly prefix?: (headers: Headers) => string;
  /** See `startTimeLimit()`. */
  readonly timeoutMs?: number | undefined;
}

/** A route of the router, for tests that compare the API with its description. */
export interface ApiRoute {
  /** In upper case. */
  readonly method: string;
  /** With its parameters: `/v1/documents/:id/content`. */
  readonly path: string;
}

/** An API as a Worker serves it. It never rejects: every failure becomes a problem document. */
export interface Api<Bindings> {
  readonly routes: readonly ApiRoute[];
  readonly fetch: (request: Request, bindings: Bindings, execution: ExecutionContext) => Promise<Response>;
}

/**
 * Builds an API on itty-router with the conventions of both Workers: problem documents for every failure, 404 and 405
 * included; bookmarks in and out; `Prefer: consistency=strong`; a time limit; `traceparent`; security headers; HEAD for
 * every GET.
 */
export function createApi<Bindings>(options: ApiOptions<Bindings>): Api<Bindings> {
  const router: ApiRouter<Bindings> = AutoRouter<IRequest, [ApiContext<Bindings>], Response>({
    before: [
      (_request: IRequest, { request, url }: ApiContext<Bindings>) => refuseOtherMethod(request.method, url),
      (_request: IRequest, context: ApiContext<Bindings>) => options.before?.(context),
    ],
    format: (answer: unknown, _request: IRequest, context: ApiContext<Bindings>) =>
      toResponse(answer, context.instance),
    missing: (_request: IRequest, context: ApiContext<Bindings>) => missingRoute(router, context.url),
    // itty-router's default `catch` sends the message and every property of the error to the caller.
    catch: (error: unknown, request: IRequest, context: ApiContext<Bindings>) => {
      logFailure(error, { method: request.method, route: request.route, traceparent: context.traceparent });
      return problemResponse({ kind: 'internal' }, context.instance);
    },
  });
  options.routes(router);
  const ownPaths = findOwnPaths(router.routes);
  const refuseOtherMethod = (method: string, { pathname }: URL): Refusal | undefined => {
    const methods = ownPaths.find(({ pattern }) => pattern.test(pathname))?.methods;
    return methods === undefined || methods.has(method) ? undefined : notAllowed([...methods]);
  };
  return {
    routes: router.routes.map(([method, , , path = '']) => ({ method, path })),
    fetch: async (request, bindings, execution) => {
      const url = new URL(request.url);
      const instance = `${options.prefix?.(request.headers) ?? ''}${url.pathname}`;
      const traceparent = toTraceparent(request.headers);
      const scope = options.bookmarkScope(bindings);
      const bookmark = await parseBookmark(request.headers, scope);
      const answerHeaders = new Headers({ [TRACEPARENT_HEADER]: traceparent });
      // A bad bookmark and conditions that a write does not understand are refused where the database is first needed:
      // after the route, the method and the token.
      const honours = options.honoursConditions ?? honoursRowConditions;
      const start = refuseConditions(request, url.pathname, honours) ?? bookmark;
      const database = isRefusal(start)
        ? refusingDatabase(start)
        : openDatabase(options.database(bindings), toSessionStart(request, start), options.toField);
      const nowMs = (options.now ?? Date.now)();
      const timeLimit = startTimeLimit(request, options.timeoutMs);
      const session = { database, answerHeaders, timeLimit };
      const context = { bindings, execution, request, url, instance, nowMs, traceparent, ...session };
      // A HEAD may come with content, which a GET cannot be made with.
      const routed =
        request.method === 'HEAD' ? new Request(request, { method: 'GET', body: null }) : request;
      const answer = await timeLimit.hold(router.fetch(routed, context));
      const reached = database.bookmark();
      if (reached !== null) {
        answerHeaders.set(BOOKMARK_HEADER, await toBookmark(reached, scope));
        if (prefersStrong(request.headers))
          answerHeaders.append(PREFERENCE_APPLIED_HEADER, STRONG_CONSISTENCY);
      }
      return finish(toResponse(answer, instance), answerHeaders, request.method === 'HEAD');
    },
  };
}

function toResponse(answer: unknown, instance: string): Response {
  if (answer instanceof Response) return answer;
  if (isRefusal(answer)) return problemResponse(answer.error, instance);
  throw new Error('a route must return a Response or a Refusal');
}

/** 405 with the allowed methods if the path has routes for other methods, else 404. */
function missingRoute<Bindings>(router: ApiRouter<Bindings>, url: URL): Refusal {
  const methods = router.routes.filter(([, pattern]) => pattern.test(url.pathname)).map(([method]) => method);
  if (methods.length === 0) return refuse({ kind: 'route_not_found' });
  if (methods.includes('GET')) methods.push('HEAD');
  return notAllowed(methods);
}

function notAllowed(methods: readonly string[]): Refusal {
  return refuse({ kind: 'method_not_allowed', allow: [...new Set(methods)].sort() });
}

function finish(response: Response, answerHeaders: Headers, isHead = false): Response {
  if (isHead) void response.body?.cancel();
  // Responses from fetch() have immutable headers, so every response is copied around the same body.
  const answer = new Response(isHead ? null : response.body, response);
  addSecurityHeaders(answer.headers);
  for (const [name, value] of answerHeaders) answer.headers.set(name, value);
  return answer;
}
