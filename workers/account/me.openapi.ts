import * as v from 'valibot';
import { users } from '../../schema/account/tables/users.ts';
import { describeRoutes, rowOf } from '../http/openapi/describe.ts';
import { exampleRow } from '../http/openapi/example-row.ts';

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/me',
    operationId: 'getMe',
    tag: 'Users and groups',
    summary: 'Who I am and what I may do',
    access: 'user',
    responses: {
      200: {
        description: 'The caller’s own user, and every permission that their groups give them.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: { user: rowOf('users'), permissions: v.array(v.string()) },
              required: ['user', 'permissions'],
              additionalProperties: false,
            },
            example: { user: exampleRow(users), permissions: ['clients:read', 'clients:write'] },
          },
        },
      },
    },
  },
]);
