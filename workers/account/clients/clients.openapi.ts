import { clientDependants } from '../../../schema/account/tables/client-dependants.ts';
import { clients } from '../../../schema/account/tables/clients.ts';
import { limits } from '../../../schema/model/limits.ts';
import { describeCollections, describeRoutes, named, rowOf } from '../../http/openapi/describe.ts';
import { exampleRow } from '../../http/openapi/example-row.ts';

const linkId = { type: 'string', description: 'The row of `client-dependant-clients` that says so.' };
const relationship = {
  type: 'string',
  description: 'How the dependant is related to the client; absent when nobody said.',
};
const id = (collection: string) => ({ type: 'string', description: `Id of a row of \`${collection}\`.` });

const household = named('Household', {
  type: 'object',
  properties: {
    client: rowOf('clients'),
    dependants: {
      type: 'array',
      maxItems: limits.listLimitMax,
      description: 'Who depends on the client, in the order in which they were linked.',
      items: {
        type: 'object',
        properties: { linkId, relationship, dependant: rowOf('client-dependants') },
        required: ['linkId', 'dependant'],
      },
    },
    linkedClients: {
      type: 'array',
      maxItems: limits.listLimitMax,
      description:
        'Other clients on whom one of those dependants depends too, or whom a case names together with the client.',
      items: {
        type: 'object',
        properties: {
          client: rowOf('clients'),
          shares: {
            type: 'array',
            description: 'The dependants that both have, and how they are related to this one.',
            items: {
              type: 'object',
              properties: { linkId, dependantId: id('client-dependants'), relationship },
              required: ['linkId', 'dependantId'],
            },
          },
          caseIds: {
            type: 'array',
            description: 'The cases that name both; none without `cases:read`.',
            items: id('cases'),
          },
        },
        required: ['client', 'shares', 'caseIds'],
      },
    },
    isComplete: {
      type: 'boolean',
      description: `False when there are more than ${limits.listLimitMax} dependants, shared links or shared cases.`,
    },
  },
  required: ['client', 'dependants', 'linkedClients', 'isComplete'],
});

const warnings = named('Warnings', {
  type: 'array',
  description:
    'What the caller may want to look at again, although the request succeeded; absent when there is nothing.',
  items: {
    type: 'object',
    properties: {
      code: { type: 'string' },
      detail: { type: 'string' },
      ids: { type: 'array', items: id('clients'), description: 'The rows that are the reason.' },
    },
    required: ['code', 'detail', 'ids'],
  },
});

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/clients/:id/household',
    operationId: 'getHousehold',
    tag: 'Clients',
    summary: 'Read a client with their dependants and linked clients',
    description:
      'Needs `client-dependants:read` and `client-dependant-clients:read` besides, and shows who is linked by a case to ' +
      'those who have `cases:read`. Everything is read at one moment.',
    access: 'clients:read',
    responses: {
      200: {
        description: 'The household.',
        content: {
          'application/json': {
            schema: household,
            example: {
              client: exampleRow(clients),
              dependants: [
                {
                  linkId: 'dcl-01kdw5h80c0000000000000009',
                  relationship: 'grandson',
                  dependant: exampleRow(clientDependants),
                },
              ],
              linkedClients: [],
              isComplete: true,
            },
          },
        },
      },
    },
    problems: ['row_not_found'],
  },
]);

export const collections = describeCollections([
  {
    collection: 'clients',
    operations: {
      create: {
        description:
          'When a client with the same last name, in any case, and the same date of birth is there, the answer has ' +
          '`warnings` with the ids of those clients, as far as you may read clients. With `Prefer: handling=strict` ' +
          'such a create is refused (409) instead, unless you may not read clients.',
        responses: {
          201: {
            description: 'The new row.',
            headers: [
              'etag',
              'location',
              {
                name: 'freehold-warnings',
                description: 'The codes of the warnings; absent when there are none.',
                schema: { type: 'string' },
                example: 'likely-duplicate',
              },
              {
                name: 'preference-applied',
                description: 'The preferences that were followed.',
                schema: { type: 'string' },
                example: 'handling=strict',
              },
            ],
            optionalHeaders: ['idempotency-replayed'],
            content: {
              'application/json': {
                schema: { allOf: [rowOf('clients'), { type: 'object', properties: { warnings } }] },
                example: exampleRow(clients),
              },
            },
          },
        },
        problems: [{ code: 'likely-duplicate', status: 409 }],
      },
    },
  },
]);
