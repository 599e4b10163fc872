import type { Database } from '../database/database.ts';
import type { TimeLimit } from './time-limit.ts';

/** What a route is given besides the request: the Worker's bindings, the clock and the request's own session. */
export interface ApiContext<Bindings = unknown> {
  readonly bindings: Bindings;
  readonly execution: ExecutionContext;
  /** The request as it came in. itty-router hands its routes a proxy, which `fetch()` and streams refuse. */
  readonly request: Request;
  readonly url: URL;
  /** The path as the caller sent it, for problem documents: `/a/harbour/v1/clients` where `url` has `/v1/clients`. */
  readonly instance: string;
  /** The clock, in milliseconds; read once, so that everything a request writes has the same instant. */
  readonly nowMs: number;
  readonly traceparent: string;
  /** D1 session that starts where the request's bookmark and preferences say. */
  readonly database: Database;
  /** Headers that the answer gets whatever it is, refusals too. */
  readonly answerHeaders: Headers;
  /** How long the answer may take to begin. */
  readonly timeLimit: TimeLimit;
}
