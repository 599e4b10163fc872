import { describeRoutes, type HeaderDescription } from '../openapi/describe.ts';

const kept: HeaderDescription = {
  name: 'cache-control',
  description: 'How long the answer may be kept.',
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
    summary: 'This document for people, to read and to try out',
    access: 'public',
    database: false,
    responses: {
      200: {
        description: 'A page for browsers.',
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
    responses: { 200: { description: 'The file, to be kept for ever.' } },
  },
]);
