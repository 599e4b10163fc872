import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { RouteRecord } from '../../storage/records.ts';
import type { ApiError } from '../http/api-error.ts';
import { readBody } from '../http/body.ts';
import { type CloudContext, type CloudRequest, param } from '../http/context.ts';
import { answer, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';

const base = '/zones/:zone/workers/routes';

const routeBody = v.object({ pattern: v.pipe(v.string(), v.minLength(1)), script: v.nullish(v.string()) });

/** Routes of a zone: a pattern of host and path, and the script that serves it. */
export const zoneRoutes: readonly Route[] = [
  { method: 'GET', path: base, handle: listRoutes },
  { method: 'POST', path: base, handle: (request, context) => storeRoute(request, context, undefined) },
  {
    method: 'GET',
    path: `${base}/:route`,
    handle: (request, context) => withRoute(request, context, toAnswer),
  },
  { method: 'PUT', path: `${base}/:route`, handle: updateRoute },
  {
    method: 'DELETE',
    path: `${base}/:route`,
    handle: (request, context) =>
      withRoute(request, context, ({ id }) => {
        context.registry.routes.delete(id);
        return answer({ id });
      }),
  },
];

function listRoutes(request: CloudRequest, context: CloudContext): Response {
  const zoneId = param(request, 'zone');
  if (!context.zones.some(({ id }) => id === zoneId)) return refuse({ kind: 'zone_not_found', zoneId });
  return answer(
    context.registry.routes
      .list()
      .filter((route) => route.zoneId === zoneId)
      .map(toWire),
  );
}

function updateRoute(request: CloudRequest, context: CloudContext): Response | Promise<Response> {
  return withRoute(request, context, ({ id }) => storeRoute(request, context, id));
}

async function storeRoute(
  request: CloudRequest,
  context: CloudContext,
  id: string | undefined,
): Promise<Response> {
  const body = await readBody(request, routeBody);
  if ('error' in body) return refuse(body.error);
  const zoneId = param(request, 'zone');
  const { pattern, script } = body.value;
  const error = checkRoute(context, zoneId, pattern, script ?? null, id);
  if (error !== undefined) return refuse(error);
  const route: RouteRecord = {
    id: id ?? randomBytes(16).toString('hex'),
    zoneId,
    pattern,
    script: script ?? null,
  };
  context.registry.routes.put(route);
  return toAnswer(route);
}

function checkRoute(
  context: CloudContext,
  zoneId: string,
  pattern: string,
  script: string | null,
  id: string | undefined,
): ApiError | undefined {
  const zone = context.zones.find((one) => one.id === zoneId);
  if (zone === undefined) return { kind: 'zone_not_found', zoneId };
  const host = pattern.replace(/^https?:\/\//u, '').split('/')[0] ?? '';
  const suffix = host.replace(/^\*\.?/u, '');
  if (suffix !== zone.name && !suffix.endsWith(`.${zone.name}`)) {
    return { kind: 'host_outside_zones', hostname: host };
  }
  if (script !== null && context.registry.scripts.get(script) === undefined) {
    return { kind: 'script_not_found', name: script };
  }
  const clash = context.registry.routes.list().find((route) => route.pattern === pattern && route.id !== id);
  return clash === undefined ? undefined : { kind: 'route_pattern_exists', pattern };
}

function withRoute(
  request: CloudRequest,
  context: CloudContext,
  work: (route: RouteRecord) => Response | Promise<Response>,
): Response | Promise<Response> {
  const id = param(request, 'route');
  const route = context.registry.routes.get(id);
  const isInZone = route !== undefined && route.zoneId === param(request, 'zone');
  return isInZone ? work(route) : refuse({ kind: 'route_id_not_found', id });
}

function toAnswer(route: RouteRecord): Response {
  return answer(toWire(route));
}

function toWire(route: RouteRecord): Record<string, unknown> {
  return { id: route.id, pattern: route.pattern, ...(route.script === null ? {} : { script: route.script }) };
}
