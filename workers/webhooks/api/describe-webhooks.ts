import type { Table } from '../../../schema/model/define-table.ts';
import { limits } from '../../../schema/model/limits.ts';
import {
  type CollectionDescription,
  type CollectionOperationDescription,
  describeCollections,
  describeRoutes,
  type JsonSchema,
  type ParameterDescription,
  pageOf,
  type ResponseDescription,
  type RouteAccess,
  type RouteDescription,
  rowOf,
} from '../../http/openapi/describe.ts';
import { exampleRow } from '../../http/openapi/example-row.ts';
import { replayInput, rotationInput } from './endpoint-routes.ts';

const secret: JsonSchema = {
  type: 'string',
  pattern: '^whsec_[A-Za-z0-9+/]+={0,2}$',
  description: 'Signs the messages, by Standard Webhooks. Shown only in this response: keep it.',
};
const exampleSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

/** An endpoint with members that only this response has. */
const endpointWith = (properties: JsonSchema, required: readonly string[]): JsonSchema => ({
  allOf: [rowOf('webhook-endpoints'), { type: 'object', properties, required }],
});

const query = (name: string, description: string, schema: JsonSchema): ParameterDescription => ({
  name,
  in: 'query',
  description,
  schema,
});
const text = { type: 'string', minLength: 1, maxLength: limits.filterValueLengthMax };

/**
 * Parameters of the list of one endpoint's deliveries; `schema/model/declared-lists.ts` derives the same from the
 * model.
 */
const LIST_PARAMETERS: readonly ParameterDescription[] = [
  query('status', 'Status of the deliveries.', { type: 'string', enum: ['pending', 'delivered', 'failed'] }),
  query('createdAt[gte]', 'Made at this instant or later.', text),
  query('createdAt[lte]', 'Made at this instant or earlier.', text),
  query('sort', 'Order of the deliveries; a leading minus reverses it.', {
    type: 'string',
    enum: ['createdAt', '-createdAt'],
    default: 'createdAt',
  }),
  query('limit', 'Deliveries on one page.', {
    type: 'integer',
    minimum: 1,
    maximum: limits.listLimitMax,
    default: limits.listLimitDefault,
  }),
  query('cursor', 'The `nextCursor` of the previous page.', text),
  query('fields', 'Fields to show in addition to `id` and `version`, separated by commas.', text),
];

/** What differs between the documents of the two Workers. */
export interface WebhookDescription {
  readonly endpoints: Table;
  readonly deliveries: Table;
  readonly access: RouteAccess;
  /** When a message is sent, for the description of a delivery. */
  readonly sent: string;
  /** Contents and order of messages, as sentences for the description of a create. */
  readonly messages: string;
  /** Further problems of a create. Default none. */
  readonly createProblems?: CollectionOperationDescription['problems'];
}

/** Describes the engine's routes for endpoints, in addition to their collection. */
export function describeWebhooks(description: WebhookDescription): {
  readonly collections: readonly CollectionDescription[];
  readonly routes: readonly RouteDescription[];
} {
  const { access, endpoints, deliveries } = description;
  const acceptedDelivery: ResponseDescription = {
    description: `The delivery; ${description.sent}, and retried until it arrives or is abandoned.`,
    headers: ['etag'],
    content: {
      'application/json': { schema: rowOf(deliveries.collection), example: exampleRow(deliveries) },
    },
  };
  const collections = describeCollections([
    {
      collection: 'webhook-endpoints',
      operations: {
        create: {
          description: description.messages,
          responses: {
            201: {
              description: 'The endpoint, with its secret.',
              headers: ['location', 'etag'],
              optionalHeaders: ['idempotency-replayed'],
              content: {
                'application/json': {
                  schema: endpointWith({ secret }, []),
                  example: { ...exampleRow(endpoints), secret: exampleSecret },
                },
              },
            },
          },
          ...(description.createProblems === undefined ? {} : { problems: description.createProblems }),
        },
      },
    },
  ]);

  const routes = describeRoutes([
    {
      method: 'post',
      path: '/v1/webhook-endpoints/:id/secret-rotations',
      operationId: 'rotateWebhookSecret',
      tag: 'Webhooks',
      summary: 'Replace the secret of an endpoint',
      description:
        'Until the overlap ends, messages are signed with the old and the new secret. With `overlapHours` 0 ' +
        'the old one expires at once.',
      access,
      body: {
        required: false,
        content: { 'application/json': { schema: rotationInput, example: { overlapHours: 48 } } },
      },
      responses: {
        201: {
          description: 'The endpoint, with its new secret.',
          headers: ['etag'],
          content: {
            'application/json': {
              schema: endpointWith(
                { secret, previousSecretExpiresAt: { type: 'string', format: 'date-time' } },
                ['secret', 'previousSecretExpiresAt'],
              ),
              example: {
                ...exampleRow(endpoints),
                secret: exampleSecret,
                previousSecretExpiresAt: '2026-04-01T09:30:00.000Z',
              },
            },
          },
        },
      },
      problems: ['row_not_found', 'conflict'],
    },
    {
      method: 'post',
      path: '/v1/webhook-endpoints/:id/tests',
      operationId: 'testWebhookEndpoint',
      tag: 'Webhooks',
      summary: 'Send a test message',
      description: 'Its type is `webhooks.test`, whatever the endpoint asks for.',
      access,
      responses: { 202: acceptedDelivery },
      problems: ['row_not_found', 'conflict'],
    },
    {
      method: 'post',
      path: '/v1/webhook-endpoints/:id/replays',
      operationId: 'replayWebhookEvents',
      tag: 'Webhooks',
      summary: 'Send all messages since an instant again',
      description:
        'At most 30 days back (an earlier instant means 30 days ago), in order, with the same ids, before anything newer. Events of the time ' +
        'when the endpoint was disabled are included.',
      access,
      body: {
        content: {
          'application/json': { schema: replayInput, example: { since: '2026-03-31T09:30:00.000Z' } },
        },
      },
      responses: {
        202: {
          description: 'The endpoint; the deliveries follow.',
          content: {
            'application/json': { schema: rowOf('webhook-endpoints'), example: exampleRow(endpoints) },
          },
        },
      },
      problems: ['row_not_found', 'conflict'],
    },
    {
      method: 'get',
      path: '/v1/webhook-endpoints/:id/deliveries',
      operationId: 'listDeliveriesOfWebhookEndpoint',
      tag: 'Webhooks',
      summary: 'List the deliveries of an endpoint',
      description:
        'With status, attempts and the last error. Deliveries are kept for 30 days. 404 for an unknown endpoint.',
      access,
      parameters: LIST_PARAMETERS,
      responses: {
        200: {
          description: 'One page.',
          content: { 'application/json': { schema: pageOf('webhook-deliveries') } },
        },
      },
      problems: ['row_not_found', 'invalid_query', 'invalid_cursor'],
    },
    {
      method: 'post',
      path: '/v1/webhook-endpoints/:id/deliveries/:deliveryId/replays',
      operationId: 'replayWebhookDelivery',
      tag: 'Webhooks',
      summary: 'Send one message again',
      description: 'With the same id. A message that is still pending is not replayed: 409.',
      access,
      responses: { 202: acceptedDelivery },
      problems: ['row_not_found', 'conflict'],
    },
  ]);
  return { collections, routes };
}
