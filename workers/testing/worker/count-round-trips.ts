import { D1_ERROR_HEADER, ROUND_TRIPS_HEADER } from './test-headers.ts';

type FetchHandler<Bindings> = (
  request: Request,
  bindings: Bindings,
  execution: ExecutionContext,
) => Promise<Response>;

/**
 * Puts a counter between a Worker and its database, outside the Worker's own code: every `batch`, `run`, `all`,
 * `first`, `raw` and `exec` is one round trip.
 */
export function countRoundTrips<Bindings extends { readonly DB: D1Database }>(
  fetchHandler: FetchHandler<Bindings>,
): FetchHandler<Bindings> {
  return async (request, bindings, execution) => {
    let roundTrips = 0;
    const failure = request.headers.get(D1_ERROR_HEADER);
    const onRoundTrip = () => {
      roundTrips += 1;
      if (failure !== null) throw new Error(failure);
    };
    const DB = watch(bindings.DB, onRoundTrip);
    const response = await fetchHandler(request, { ...bindings, DB }, execution);
    const counted = new Response(response.body, response);
    counted.headers.set(ROUND_TRIPS_HEADER, String(roundTrips));
    return counted;
  };
}

const ROUND_TRIPS = new Set<PropertyKey>(['batch', 'run', 'all', 'first', 'raw', 'exec']);
const MAKERS = new Set<PropertyKey>(['withSession', 'prepare', 'bind']);
const TARGET = Symbol('target');

/** A D1 object as before, with each round trip reported; sessions and statements made from it are watched too. */
function watch<Target extends object>(target: Target, onRoundTrip: () => void): Target {
  return new Proxy(target, {
    get(_target, name) {
      if (name === TARGET) return target;
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const call = (args: readonly unknown[]): unknown => Reflect.apply(member, target, args.map(unwrap));
      if (ROUND_TRIPS.has(name)) {
        return async (...args: readonly unknown[]) => {
          onRoundTrip();
          return await call(args);
        };
      }
      return (...args: readonly unknown[]) => {
        const result = call(args);
        return MAKERS.has(name) && typeof result === 'object' && result !== null
          ? watch(result, onRoundTrip)
          : result;
      };
    },
  });
}

/** D1's own code wants its own statements back. */
function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap);
  if (typeof value !== 'object' || value === null) return value;
  return Reflect.get(value, TARGET) ?? value;
}
