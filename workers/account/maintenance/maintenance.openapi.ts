import * as v from 'valibot';
import { count } from '../../../schema/model/fields.ts';
import { describeRoutes } from '../../http/openapi/describe.ts';

export const routes = describeRoutes([
  {
    method: 'post',
    path: '/internal/v1/maintenance',
    operationId: 'runMaintenance',
    tag: 'Service',
    summary: 'Run background tasks',
    access: 'platform',
    responses: {
      200: {
        description: 'What was done, and when the account should be called again.',
        content: {
          'application/json': {
            schema: v.strictObject({
              ran: v.boolean(),
              tasks: v.array(v.looseObject({ name: v.string() })),
              nextInSeconds: count(),
            }),
            example: { ran: true, tasks: [], nextInSeconds: 60 },
          },
        },
      },
    },
  },
]);
