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
    tag: 'Operation',
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
    tag: 'Operation',
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
]);
