import type { Database } from '../database/database.ts';
import type { TimeLimit } from './time-limit.ts';

/** The context of a request: the Worker's bindings, the clock and the D1 session. Routes get it next to the request. */
export interface ApiContext<Bindings = unknown> {
  readonly bindings: Bindings;
  readonly execution: ExecutionContext;
  /** The original request. itty-router passes routes a proxy, which `fetch()` and streams do not accept. */
  readonly request: Request;
  readonly url: URL;
  /** The path as the caller sent it, for problem documents: `/a/harbour/v1/clients` where `url` has `/v1/clients`. */
  readonly instance: string;
  /** Time of the request in milliseconds; read once, so everything that the request writes has the same instant. */
  readonly nowMs: number;
  readonly traceparent: string;
  /** D1 session, started as the request's bookmark and preferences demand. */
  readonly database: Database;
  /** Headers for every response to this request, refusals included. */
  readonly answerHeaders: Headers;
  /** Time limit for the start of the response. */
  readonly timeLimit: TimeLimit;
}
