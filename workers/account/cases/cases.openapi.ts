import { caseTasks } from '../../../schema/account/tables/case-tasks.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { limits } from '../../../schema/limits.ts';
import {
  describeCollections,
  describeRoutes,
  type JsonSchema,
  type ParameterDescription,
  pageOf,
  rowOf,
} from '../../http/openapi/describe.ts';
import { exampleRow } from '../../http/openapi/example-row.ts';

const tasks = {
  type: 'array',
  maxItems: limits.listLimitMax,
  description: 'With `expand=tasks`: the tasks of the case by their `position`.',
  items: rowOf('case-tasks'),
};
const hasMoreTasks = {
  type: 'boolean',
  description: `With \`expand=tasks\`: whether there are more than ${limits.listLimitMax}, to be read at \`/v1/cases/{id}/tasks\`.`,
};

const query = (name: string, description: string, schema: JsonSchema): ParameterDescription => ({
  name,
  in: 'query',
  description,
  schema,
});
const text = { type: 'string', minLength: 1, maxLength: limits.filterValueLengthMax };
const day = { type: 'string', format: 'date' };
const sorts = ['createdAt', 'dueOn', 'position'];

/** What the tasks of one case can be asked; `schema/declared-lists.ts` derives the same from the model. */
const LIST_PARAMETERS: readonly ParameterDescription[] = [
  query('status', 'The state is this.', {
    type: 'string',
    enum: Object.keys(caseTasks.states?.transitions ?? {}),
  }),
  query('assigneeId', 'The assignee is this user.', {
    type: 'string',
    pattern: '^usr-[0-9a-hjkmnp-tv-z]{26}$',
  }),
  query('dueOn[gte]', 'Due on this day or later; sorts by `dueOn`.', day),
  query('dueOn[lte]', 'Due on this day or earlier; sorts by `dueOn`.', day),
  query('sort', 'Order of the tasks; a minus in front turns it round.', {
    type: 'string',
    enum: sorts.flatMap((sort) => [sort, `-${sort}`]),
    default: 'createdAt',
  }),
  query('limit', 'Tasks on one page.', {
    type: 'integer',
    minimum: 1,
    maximum: limits.listLimitMax,
    default: limits.listLimitDefault,
  }),
  query('cursor', 'The `nextCursor` of the page before.', text),
  query('fields', 'Fields to show besides `id` and `version`, with commas between.', text),
  query('count', 'Whether to count the tasks of all pages.', { type: 'string', enum: ['exact', 'none'] }),
];

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/cases/:id/tasks',
    operationId: 'listTasksOfCase',
    tag: 'Cases',
    summary: 'List the tasks of a case',
    description:
      'A list like `/v1/case-tasks?caseId=…`, but 404 when there is no such case. `sort=position` is the order that ' +
      'people gave the tasks.',
    access: 'case-tasks:read',
    parameters: LIST_PARAMETERS,
    responses: {
      200: { description: 'One page.', content: { 'application/json': { schema: pageOf('case-tasks') } } },
    },
    problems: ['row_not_found', 'invalid_query', 'invalid_cursor'],
  },
]);

export const collections = describeCollections([
  {
    collection: 'cases',
    operations: {
      get: {
        description:
          '`expand=tasks` adds the tasks, read at the same moment; it needs `case-tasks:read` besides and has no `ETag`.',
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
