import type { FakeAnswer } from './fake-answer.ts';

/** A call as a handler sees it. */
export interface HandlerRequest {
  /** What the groups of the path's expression caught. */
  readonly groups: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: { readonly [name: string]: string | undefined };
  readonly bytes: Buffer;
  /** The parsed body, if it was JSON. */
  readonly body: unknown;
}

/** One kind of call that the fake answers. */
export interface Handler {
  readonly method: string;
  readonly path: RegExp;
  handle(request: HandlerRequest): FakeAnswer | Promise<FakeAnswer>;
}
