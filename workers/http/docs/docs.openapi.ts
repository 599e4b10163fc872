import { describeRoutes, type HeaderDescription } from '../openapi/describe.ts';

const kept: HeaderDescription = {
  name: 'cache-control',
  description: 'How long the response may be cached.',
  schema: { type: 'string' },
  example: 'public, max-age=300',
  required: true,
};

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/openapi.json',
    operationId: 'getOpenApiDocument',
    tag: 'Service',
    summary: 'This document',
    access: 'public',
    database: false,
    responses: {
      200: {
        description: 'An OpenAPI 3.1 document.',
        headers: [kept],
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: { openapi: { type: 'string', pattern: '^3\\.1\\.' } },
              required: ['openapi'],
              additionalProperties: true,
            },
          },
        },
      },
    },
  },
  {
    method: 'get',
    path: '/docs',
    operationId: 'getDocsPage',
    tag: 'Service',
    summary: 'This document as a page to read and try out',
    access: 'public',
    database: false,
    responses: {
      200: {
        description: 'An HTML page.',
        headers: [kept],
        content: { 'text/html; charset=utf-8': { schema: { type: 'string' } } },
      },
    },
  },
  {
    method: 'get',
    path: '/docs-assets/:version/:file',
    operationId: 'getDocsAsset',
    tag: 'Service',
    summary: 'A file of the docs page',
    access: 'public',
    isHidden: true,
    database: false,
    responses: { 200: { description: 'The file, which may be cached indefinitely.' } },
  },
]);
