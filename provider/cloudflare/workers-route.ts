import { type Properties, withoutUndefined } from '../engine/property-value.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';
import { defineResource, type InputSpecs, type InputsOf } from '../engine/resource-type.ts';

const token = 'cloudflare:index/workersRoute:WorkersRoute';

const inputs = {
  zoneId: { type: 'string', description: 'The zone.', required: true, replaces: true },
  pattern: { type: 'string', description: 'Which URLs, such as `*.example.com/*`.', required: true },
  script: {
    type: 'string',
    description: 'Name of the script; without one, Workers are off for the pattern.',
  },
} as const satisfies InputSpecs;

/**
 * A URL pattern in a zone that a script serves. As in Cloudflare's plugin, creating a pattern that exists is refused;
 * a route that an interrupted update created is imported.
 */
export const workersRoute = defineResource({
  token,
  description: 'A route of a zone to a Worker.',
  inputs,
  outputs: {},

  async create(api, news) {
    const path = routesPath(news.zoneId);
    const route = await api.callForObject('POST', path, { body: toBody(news) });
    if (typeof route.id !== 'string') {
      throw new ProviderFailure({
        kind: 'answer_unusable',
        method: 'POST',
        url: path,
        detail: 'it has no id',
      });
    }
    return { id: route.id, outputs: {} };
  },

  async read(api, id, olds) {
    const { zoneId, routeId } = parseId(id, olds.zoneId);
    const route = await api.find(`${routesPath(zoneId)}/${encodeURIComponent(routeId)}`);
    if (route === undefined) return undefined;
    return {
      id: routeId,
      inputs: { zoneId, pattern: route.pattern, script: route.script },
      outputs: {},
    };
  },

  async update(api, id, news) {
    await api.call('PUT', `${routesPath(news.zoneId)}/${encodeURIComponent(id)}`, { body: toBody(news) });
    return {};
  },

  async delete(api, id, olds) {
    const { zoneId, routeId } = parseId(id, olds.zoneId);
    await api.call('DELETE', `${routesPath(zoneId)}/${encodeURIComponent(routeId)}`);
  },
});

function routesPath(zoneId: string): string {
  return `/zones/${encodeURIComponent(zoneId)}/workers/routes`;
}

function toBody(news: InputsOf<typeof inputs>): Properties {
  return withoutUndefined({ pattern: news.pattern, script: news.script });
}

function parseId(id: string, zoneId: string | undefined): { zoneId: string; routeId: string } {
  const [first, second, ...rest] = id.split('/');
  if (first && second && rest.length === 0) return { zoneId: first, routeId: second };
  if (first && second === undefined && zoneId !== undefined) return { zoneId, routeId: first };
  throw new ProviderFailure({ kind: 'id_unreadable', token, id, form: '<zone id>/<route id>' });
}
