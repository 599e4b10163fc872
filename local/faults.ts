import * as v from 'valibot';

/** A fault as tests inject it. */
export const faultSchema = v.object({
  match: v.object({
    /** Which requests: calls of the v4 API, or requests to Workers at the edge. Default: the API's. */
    at: v.optional(v.picklist(['api', 'edge']), 'api'),
    /** Default: any method. */
    method: v.optional(v.pipe(v.string(), v.toUpperCase())),
    /** A regular expression that is searched for in the path, without the query. */
    pathPattern: v.pipe(v.string(), v.check(isRegExp, 'must be a regular expression')),
  }),
  /** Whether the request has its effect, so that only the answer is lost. */
  effect: v.picklist(['before', 'after']),
  /** `drop` closes the connection before the answer; `cut` in the middle of it, if there is one. */
  action: v.picklist(['status', 'hang', 'drop', 'cut']),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)), 500),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
});

/** A failure to inject: before the request has an effect, or after it, when only the answer is lost. */
export type InjectedFault = v.InferOutput<typeof faultSchema>;

/** Pending faults, in the order in which they were injected. */
export class Faults {
  #pending: (InjectedFault & { readonly id: number })[] = [];
  #lastId = 0;

  add(fault: InjectedFault): InjectedFault & { readonly id: number } {
    this.#lastId += 1;
    const added = { ...fault, id: this.#lastId };
    this.#pending.push(added);
    return added;
  }

  list(): readonly (InjectedFault & { readonly id: number })[] {
    return this.#pending;
  }

  clear(): void {
    this.#pending = [];
  }

  /** Returns the first fault that matches a request, and counts it down. */
  take(at: InjectedFault['match']['at'], method: string, path: string): InjectedFault | undefined {
    const fault = this.#pending.find(
      ({ match }) =>
        match.at === at &&
        (match.method === undefined || match.method === method) &&
        new RegExp(match.pathPattern).test(path),
    );
    if (fault === undefined) return undefined;
    this.#pending = this.#pending
      .map((one) => (one.id === fault.id ? { ...one, times: one.times - 1 } : one))
      .filter((one) => one.times > 0);
    return fault;
  }
}

function isRegExp(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    // The constructor throws for an invalid pattern.
    return false;
  }
}
