import * as v from 'valibot';
import {
  anyOperationInput,
  operationInput,
  operationKindNames,
  operationKinds,
} from '../../../schema/factory/operation-kinds.ts';
import { oneOf } from '../../../schema/model/fields.ts';
import {
  bodyOf,
  describeRoutes,
  named,
  type ParameterDescription,
  pageOf,
  type ResponseDescription,
  rowOf,
} from '../../http/openapi/describe.ts';
import { exampleRow } from '../../http/openapi/example-row.ts';
import { askedAccounts, shownAccounts, shownOperations } from './shown-tables.ts';

const account: ParameterDescription = {
  name: 'account',
  in: 'path',
  description: 'Id or slug of the account.',
  schema: { type: 'string', maxLength: 63 },
  example: 'harbour-vale',
};

/** The response to a request that starts an operation. */
export const accepted: ResponseDescription = {
  description: 'The operation is stored and will be carried out. Watch it at `Location`.',
  headers: ['location'],
  optionalHeaders: ['idempotency-replayed'],
  content: {
    'application/json': {
      schema: named('Accepted', {
        type: 'object',
        properties: { account: rowOf('accounts'), operation: rowOf('operations') },
        required: ['account', 'operation'],
      }),
      example: { account: exampleRow(shownAccounts), operation: exampleRow(shownOperations) },
    },
  },
};

/** The fields of all kinds of operations, each described with the kinds that take it. */
const operationFields = Object.fromEntries(
  Object.entries(anyOperationInput.entries).map(([name, { wrapped }]) => {
    const kinds = operationKindNames.filter((kind) => name in operationInput(operationKinds[kind]).entries);
    const words = `For ${kinds.map(code).join(', ')}: ${v.getDescription(wrapped)}`;
    return [name, v.optional(v.pipe(wrapped, v.description(words)))];
  }),
);

function code(text: string): string {
  return `\`${text}\``;
}

const operationStart = v.strictObject({ kind: oneOf(operationKindNames), ...operationFields });

/** What each kind does, for the description of the request. */
const kindSentences = operationKindNames.map((kind) => `- ${code(kind)}: ${operationKinds[kind].describes}`);

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/accounts',
    operationId: 'listAccounts',
    tag: 'Accounts',
    summary: 'List accounts',
    description: 'The accounts that you signed up; all of them for an operator.',
    access: 'user',
    list: { table: askedAccounts },
    responses: {
      200: { description: 'One page.', content: { 'application/json': { schema: pageOf('accounts') } } },
    },
  },
  {
    method: 'post',
    path: '/v1/accounts',
    operationId: 'signUp',
    tag: 'Accounts',
    summary: 'Sign a firm up',
    description:
      'Creates an account with its own database, Worker and bucket. You become its first administrator, so your token must have a verified e-mail address. Watch the operation: once it has succeeded, the API of the account is available at its `url`.',
    access: 'user',
    idempotencyKey: 'required',
    body: { content: { 'application/json': { schema: bodyOf('accounts') } } },
    responses: { 202: accepted },
    problems: ['forbidden', 'duplicate', { code: 'too-many-accounts', status: 403 }],
  },
  {
    method: 'get',
    path: '/v1/accounts/:account',
    operationId: 'getAccount',
    tag: 'Accounts',
    summary: 'Read an account',
    access: 'user',
    parameters: [account],
    ifNoneMatch: true,
    responses: {
      200: {
        description: 'The account.',
        headers: ['etag'],
        content: { 'application/json': { schema: rowOf('accounts') } },
      },
    },
    problems: ['row_not_found'],
  },
  {
    method: 'get',
    path: '/v1/accounts/:account/operations',
    operationId: 'listOperationsOfAccount',
    tag: 'Operations',
    summary: 'List the operations on an account',
    access: 'user',
    list: { table: shownOperations, scope: ['accountId'] },
    parameters: [account],
    responses: {
      200: { description: 'One page.', content: { 'application/json': { schema: pageOf('operations') } } },
    },
    problems: ['row_not_found'],
  },
  {
    method: 'post',
    path: '/v1/accounts/:account/operations',
    operationId: 'startOperation',
    tag: 'Operations',
    summary: 'Start an operation on an account',
    description: [
      'The kind decides what is done:',
      kindSentences.join('\n'),
      'Refused (409) when the status of the account does not allow it, and while an operation of the same kind or an offboarding is running. `Location` then names that operation.',
    ].join('\n\n'),
    access: 'operator',
    idempotencyKey: 'required',
    parameters: [account],
    body: { content: { 'application/json': { schema: operationStart, example: { kind: 'upgrade' } } } },
    responses: { 202: accepted },
    problems: [
      'row_not_found',
      'conflict',
      { code: 'operation-under-way', status: 409, optionalHeaders: ['location'] },
    ],
  },
]);
