import type { RouteEntry } from 'itty-router';

/** A path with a fixed name among rows, such as `/v1/audit-events/seals`, and the methods that it supports. */
export interface OwnPath {
  readonly pattern: RegExp;
  readonly methods: ReadonlySet<string>;
}

/**
 * Finds the paths that a route with a parameter in their place would take as well: without this, another method on
 * `/v1/audit-events/seals` would be served as a row with the id `seals`.
 */
export function findOwnPaths(routes: readonly RouteEntry[]): readonly OwnPath[] {
  const own = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();
  for (const [method, pattern, , path = ''] of routes) {
    const sample = path.replaceAll(/:\w+/g, 'x');
    const isShared = routes.some(
      ([, other, , otherPath = '']) => literalsOf(otherPath) < literalsOf(path) && other.test(sample),
    );
    if (!isShared) continue;
    const found = own.get(path) ?? { pattern, methods: new Set<string>() };
    own.set(path, found);
    found.methods.add(method);
    if (method === 'GET') found.methods.add('HEAD');
  }
  return [...own.values()];
}

function literalsOf(path: string): number {
  return path.split('/').filter((segment) => segment !== '' && !segment.startsWith(':')).length;
}
