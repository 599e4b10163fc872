import { caseTasks } from '../../../schema/account/tables/case-tasks.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { limits } from '../../../schema/model/limits.ts';
import { describeCollections, describeRoutes, pageOf, rowOf } from '../../http/openapi/describe.ts';
import { exampleRow } from '../../http/openapi/example-row.ts';

const tasks = {
  type: 'array',
  maxItems: limits.listLimitMax,
  description: 'With `expand=tasks`: the tasks of the case by their `position`.',
  items: rowOf('case-tasks'),
};
const hasMoreTasks = {
  type: 'boolean',
  description: `With \`expand=tasks\`: whether there are more than ${limits.listLimitMax}, which can be read at \`/v1/cases/{id}/tasks\`.`,
};

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/cases/:id/tasks',
    operationId: 'listTasksOfCase',
    tag: 'Cases',
    summary: 'List the tasks of a case',
    description:
      'A list like `/v1/case-tasks?caseId=…`, but with 404 for an unknown case. `sort=position` is the order that ' +
      'people gave the tasks.',
    access: 'case-tasks:read',
    list: { table: caseTasks, scope: ['caseId'] },
    responses: {
      200: { description: 'One page.', content: { 'application/json': { schema: pageOf('case-tasks') } } },
    },
    problems: ['row_not_found'],
  },
]);

export const collections = describeCollections([
  {
    collection: 'cases',
    operations: {
      get: {
        description:
          '`expand=tasks` adds the tasks, read in the same transaction. It also requires `case-tasks:read`, and the response has no `ETag`.',
        parameters: [
          {
            name: 'expand',
            in: 'query',
            description: 'What to add.',
            schema: { type: 'string', enum: ['tasks'] },
          },
        ],
        responses: {
          200: {
            description: 'The row.',
            optionalHeaders: ['etag'],
            content: {
              'application/json': {
                schema: { allOf: [rowOf('cases'), { type: 'object', properties: { tasks, hasMoreTasks } }] },
                example: { ...exampleRow(cases), tasks: [exampleRow(caseTasks)], hasMoreTasks: false },
              },
            },
          },
        },
        problems: ['invalid_query'],
      },
    },
  },
]);
