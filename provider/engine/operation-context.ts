import { AsyncLocalStorage } from 'node:async_hooks';

/** One HTTP attempt at Cloudflare's API; a retried call has several. */
export interface ApiCall {
  /** Stack that the call was made for, such as `acc-01j…`. */
  readonly stack: string;
  /** URN of the resource that the call was made for. */
  readonly urn: string;
  readonly method: string;
  /** Path below the base URL, such as `/accounts/…/d1/database`. */
  readonly path: string;
  /** HTTP status, or 0 when no answer came. */
  readonly status: number;
}

/** The context of one request of the engine. */
export interface OperationContext {
  readonly stack: string;
  readonly urn: string;
  /** Aborted when the engine cancels or the resource's own timeout expires. */
  readonly signal: AbortSignal;
}

const contexts = new AsyncLocalStorage<OperationContext>();

/** Runs the work of one request with its context, which asynchronous calls inherit. */
export function runInContext<Result>(
  context: OperationContext,
  work: () => Promise<Result>,
): Promise<Result> {
  return contexts.run(context, work);
}

/** The context of the request being served. Throws outside of one. */
export function currentContext(): OperationContext {
  const context = contexts.getStore();
  if (context === undefined) throw new Error('an API call was made outside of a request of the engine');
  return context;
}

/** Reads the stack from a URN: `urn:pulumi:<stack>::<project>::<type>::<name>`. */
export function stackOf(urn: string): string {
  return /^urn:pulumi:([^:]*)::/.exec(urn)?.[1] ?? '';
}
