import { workersSubdomain } from '../api/account-routes.ts';
import type { Registry } from '../storage/registry.ts';
import type { Zone } from '../zones.ts';

/** The parts of a request's target that decide its route. */
export interface Target {
  /** Host name in lower case, without port. */
  readonly host: string;
  /** Path with query. */
  readonly path: string;
}

/** Names of this machine, which the edge treats as the apex of the public zone. */
const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

export function isLoopbackHost(host: string): boolean {
  return loopbackHosts.has(host);
}

/** The script that a request from outside goes to: by custom domain, then route, then workers.dev. */
export function findScript(registry: Registry, zones: readonly Zone[], target: Target): string | undefined {
  const host = isLoopbackHost(target.host) ? (zones[0]?.name ?? target.host) : target.host;
  return (
    findCustomDomain(registry, host) ??
    findRoute(registry, { host, path: target.path }) ??
    findWorkersDev(registry, host)
  );
}

/** The script whose custom domain is exactly this host. */
export function findCustomDomain(registry: Registry, host: string): string | undefined {
  return registry.domains.list().find((domain) => domain.hostname === host)?.service;
}

/** The script of the most specific matching route. A route without a script excludes its path from other routes. */
function findRoute(registry: Registry, { host, path }: Target): string | undefined {
  const matching = registry.routes.list().filter((route) => toRegExp(route.pattern).test(host + path));
  matching.sort((left, right) => specificity(right.pattern) - specificity(left.pattern));
  return matching[0]?.script ?? undefined;
}

function findWorkersDev(registry: Registry, host: string): string | undefined {
  const suffix = `.${workersSubdomain}.workers.dev`;
  if (!host.endsWith(suffix)) return undefined;
  const script = registry.scripts.get(host.slice(0, -suffix.length));
  return script?.subdomain.enabled === true ? script.name : undefined;
}

/** A route's pattern: `*` matches any text, at the start of the host or the end of the path. */
function toRegExp(pattern: string): RegExp {
  const withoutScheme = pattern.replace(/^https?:\/\//u, '');
  const withPath = withoutScheme.includes('/') ? withoutScheme : `${withoutScheme}/`;
  return new RegExp(`^${withPath.split('*').map(RegExp.escape).join('.*')}$`, 'u');
}

function specificity(pattern: string): number {
  return pattern.replaceAll('*', '').length * 2 + (pattern.includes('*') ? 0 : 1);
}
