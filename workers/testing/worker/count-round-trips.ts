import {
  D1_DELAY_HEADER,
  D1_ERROR_FROM_HEADER,
  D1_ERROR_HEADER,
  D1_ERRORS_HEADER,
  D1_LOST_ANSWER_HEADER,
  D1_SESSION_HEADER,
  ROUND_TRIPS_HEADER,
} from './test-headers.ts';

type FetchHandler<Bindings> = (
  request: Request,
  bindings: Bindings,
  execution: ExecutionContext,
) => Promise<Response>;

/**
 * Puts a counter between a Worker and its database, outside the Worker's own code: every `batch`, `run`, `all`,
 * `first`, `raw` and `exec` is one round trip. On request it delays them or makes them fail, before or after their
 * effect.
 */
export function countRoundTrips<Bindings extends { readonly DB: D1Database }>(
  fetchHandler: FetchHandler<Bindings>,
): FetchHandler<Bindings> {
  return async (request, bindings, execution) => {
    let roundTrips = 0;
    let sessionStart: string | undefined;
    const failure = request.headers.get(D1_ERROR_HEADER);
    const failuresMax = Number(request.headers.get(D1_ERRORS_HEADER) ?? Number.POSITIVE_INFINITY);
    const failsFrom = Number(request.headers.get(D1_ERROR_FROM_HEADER) ?? 1);
    const isAnswerLost = request.headers.has(D1_LOST_ANSWER_HEADER);
    const delayMs = Number(request.headers.get(D1_DELAY_HEADER) ?? 0);
    const watcher: Watcher = {
      onSession: (start) => {
        sessionStart = start;
      },
      onRoundTrip: async (ask) => {
        roundTrips += 1;
        const nth = roundTrips - failsFrom;
        const fails = failure !== null && nth >= 0 && nth < failuresMax;
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
        if (fails && !isAnswerLost) throw new Error(failure);
        const answer = await ask();
        if (fails) throw new Error(failure);
        return answer;
      },
    };
    const DB = watch(bindings.DB, watcher);
    const response = await fetchHandler(request, { ...bindings, DB }, execution);
    const counted = new Response(response.body, response);
    counted.headers.set(ROUND_TRIPS_HEADER, String(roundTrips));
    if (sessionStart !== undefined) counted.headers.set(D1_SESSION_HEADER, sessionStart);
    return counted;
  };
}

/** Events of a watched D1 object. */
interface Watcher {
  readonly onSession: (start: string) => void;
  readonly onRoundTrip: (ask: () => unknown) => Promise<unknown>;
}

const ROUND_TRIPS = new Set<PropertyKey>(['batch', 'run', 'all', 'first', 'raw', 'exec']);
const MAKERS = new Set<PropertyKey>(['withSession', 'prepare', 'bind']);
const TARGET = Symbol('target');

/** The same D1 object, with each round trip reported; sessions and statements made from it are watched too. */
function watch<Target extends object>(target: Target, watcher: Watcher): Target {
  return new Proxy(target, {
    get(_target, name) {
      if (name === TARGET) return target;
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const call = (args: readonly unknown[]): unknown => Reflect.apply(member, target, args.map(unwrap));
      if (ROUND_TRIPS.has(name))
        return (...args: readonly unknown[]) => watcher.onRoundTrip(() => call(args));
      return (...args: readonly unknown[]) => {
        if (name === 'withSession') watcher.onSession(String(args[0]));
        const result = call(args);
        return MAKERS.has(name) && typeof result === 'object' && result !== null
          ? watch(result, watcher)
          : result;
      };
    },
  });
}

/** D1's own code needs its own statements. */
function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap);
  if (typeof value !== 'object' || value === null) return value;
  return Reflect.get(value, TARGET) ?? value;
}
