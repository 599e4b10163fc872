import * as v from 'valibot';
import { describeRoutes, named, type RouteDescription } from '../openapi/describe.ts';

const health = named('Health', v.strictObject({ status: v.literal('ok'), release: v.string() }));

const route = {
  method: 'get',
  tag: 'Service',
  access: 'public',
  responses: {
    200: {
      description: 'Healthy; `release` is the bundle that served the request.',
      content: {
        'application/json': { schema: health, example: { status: 'ok', release: '0123456789abcdef' } },
      },
    },
  },
} satisfies Partial<RouteDescription>;

export const routes = describeRoutes([
  {
    ...route,
    path: '/livez',
    operationId: 'getLiveness',
    summary: 'Check that the Worker runs',
    database: false,
  },
  {
    ...route,
    path: '/readyz',
    operationId: 'getReadiness',
    summary: 'Check that the Worker and its database respond',
  },
]);
