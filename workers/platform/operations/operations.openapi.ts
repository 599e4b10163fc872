import { describeRoutes, pageOf, rowOf } from '../../http/openapi/describe.ts';
import { shownOperations } from '../accounts/shown-tables.ts';

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/operations',
    operationId: 'listOperations',
    tag: 'Operations',
    summary: 'List operations',
    description: 'The operations on all accounts.',
    access: 'operator',
    list: { table: shownOperations },
    responses: {
      200: { description: 'One page.', content: { 'application/json': { schema: pageOf('operations') } } },
    },
  },
  {
    method: 'get',
    path: '/v1/operations/:id',
    operationId: 'getOperation',
    tag: 'Operations',
    summary: 'Read an operation',
    access: 'user',
    ifNoneMatch: true,
    responses: {
      200: {
        description: 'The operation and its progress.',
        headers: ['etag'],
        content: { 'application/json': { schema: rowOf('operations') } },
      },
    },
    problems: ['row_not_found'],
  },
  {
    method: 'get',
    path: '/v1/operations/:id/events',
    operationId: 'watchOperation',
    tag: 'Operations',
    summary: 'Watch an operation',
    description:
      'Server-sent events named `operation`: the operation as it is now and after each change, until it has ended. If the stream ends earlier, reconnect with `Last-Event-ID`, as `EventSource` does by itself.',
    access: 'user',
    parameters: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        description: 'Revision that you already have.',
        schema: { type: 'string', pattern: '^\\d{1,9}$' },
      },
    ],
    responses: {
      200: {
        description: 'The events; `data` of each is an operation as JSON.',
        headers: [
          {
            name: 'x-accel-buffering',
            description: 'Tells proxies not to buffer events.',
            schema: { const: 'no' },
            example: 'no',
            required: true,
          },
        ],
        content: {
          'text/event-stream; charset=utf-8': {
            schema: { type: 'string' },
            example: 'event: operation\nid: 9\ndata: {"id":"op-01kdw5h80c0000000000000009"}\n\n',
          },
        },
      },
      204: { description: 'The operation has ended, and you have its last revision.' },
    },
    problems: ['row_not_found', { code: 'too-many-streams', status: 429 }],
  },
]);
