import { clientDependants } from '../../../schema/account/tables/client-dependants.ts';
import { clients } from '../../../schema/account/tables/clients.ts';
import { limits } from '../../../schema/model/limits.ts';
import { describeCollections, describeRoutes, named, rowOf } from '../../http/openapi/describe.ts';
import { exampleRow } from '../../http/openapi/example-row.ts';

const linkId = { type: 'string', description: 'Id of the linking row in `client-dependant-clients`.' };
const relationship = {
  type: 'string',
  description: 'How the dependant is related to the client; absent when not recorded.',
};
const id = (collection: string) => ({ type: 'string', description: `Id of a row of \`${collection}\`.` });

const household = named('Household', {
  type: 'object',
  properties: {
    client: rowOf('clients'),
    dependants: {
      type: 'array',
      maxItems: limits.listLimitMax,
      description: 'The client’s dependants, in the order in which they were linked.',
      items: {
        type: 'object',
        properties: { linkId, relationship, dependant: rowOf('client-dependants') },
        required: ['linkId', 'dependant'],
      },
    },
    linkedClients: {
      type: 'array',
      maxItems: limits.listLimitMax,
      description: 'Other clients who share a dependant or a case with the client.',
      items: {
        type: 'object',
        properties: {
          client: rowOf('clients'),
          shares: {
            type: 'array',
            description: 'The shared dependants, and how they are related to this client.',
            items: {
              type: 'object',
              properties: { linkId, dependantId: id('client-dependants'), relationship },
              required: ['linkId', 'dependantId'],
            },
          },
          caseIds: {
            type: 'array',
            description: 'The shared cases; empty without `cases:read`.',
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
  description: 'Possible mistakes in a request that succeeded; absent when there are none.',
  items: {
    type: 'object',
    properties: {
      code: { type: 'string' },
      detail: { type: 'string' },
      ids: { type: 'array', items: id('clients'), description: 'The rows that cause the warning.' },
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
      'Also requires `client-dependants:read` and `client-dependant-clients:read`. Clients who share a case are included ' +
      'if the caller has `cases:read`. Everything is read in one transaction.',
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
          'If there is a client with the same last name, in any case, and the same date of birth, the response has ' +
          '`warnings` with the ids of those clients, provided that you may read clients. With `Prefer: handling=strict`, ' +
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
                description: 'The preferences that were applied.',
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
