import * as v from 'valibot';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { users } from '../../../schema/account/tables/users.ts';
import { describeRoutes, rowOf } from '../../http/openapi/describe.ts';
import { exampleRow } from '../../http/openapi/example-row.ts';

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/me',
    operationId: 'getMe',
    tag: 'Users and groups',
    summary: 'Read your own user and permissions',
    access: 'user',
    responses: {
      200: {
        description:
          'The caller’s own user, groups and permissions. `permissions` has every effective permission, `collections` the same by collection, with the fields that the caller does not see.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                user: rowOf('users'),
                groups: v.array(v.strictObject({ id: v.string(), name: v.string() })),
                permissions: v.array(v.string()),
                collections: v.record(
                  v.string(),
                  v.strictObject({
                    verbs: v.array(v.picklist(['read', 'write', 'delete'])),
                    hiddenFields: v.array(v.string()),
                  }),
                ),
              },
              required: ['user', 'groups', 'permissions', 'collections'],
              additionalProperties: false,
            },
            example: {
              user: exampleRow(users),
              groups: [{ id: seedGroupIds.caseworkers, name: 'Caseworkers' }],
              permissions: ['clients:read', 'clients:write'],
              collections: {
                clients: {
                  verbs: ['read', 'write'],
                  hiddenFields: ['nationalInsuranceNumber', 'vulnerabilityNote'],
                },
              },
            },
          },
        },
      },
    },
  },
]);
