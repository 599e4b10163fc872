import * as v from 'valibot';
import { count, instant, sha256 } from '../../../schema/model/fields.ts';
import { describeRoutes, named } from '../../http/openapi/describe.ts';
import { erasureBody } from './erasure-routes.ts';
import { retentionBody } from './retention-policies.ts';
import { retentionRunBody } from './retention-routes.ts';

const erasure = named(
  'Erasure',
  v.strictObject({
    id: v.string(),
    clientId: v.string(),
    status: v.picklist(['running', 'done']),
    reason: v.string(),
    digest: sha256(),
    erased: v.record(v.string(), count()),
    similarContacts: v.array(v.string()),
    startedAt: instant(),
    startedBy: v.string(),
    finishedAt: v.nullable(instant()),
  }),
);

const exampleErasure = {
  id: 'era-01kdw5h80c0000000000000001',
  clientId: 'cli-01kdw5h80c0000000000000001',
  status: 'done',
  reason: 'Asked for it by letter.',
  digest: '0'.repeat(64),
  erased: { clients: 1, documents: 2 },
  similarContacts: [],
  startedAt: '2026-01-01T09:30:00.000Z',
  startedBy: 'usr-01kdw5h80c0000000000000004',
  finishedAt: '2026-01-01T09:30:00.000Z',
};

const policies = named(
  'Retention',
  v.strictObject({
    version: count(),
    updatedAt: v.nullable(instant()),
    updatedBy: v.nullable(v.string()),
    ...retentionBody.entries,
  }),
);

const examplePolicies = {
  documents: [{ category: 'identity', keepMonths: 72 }],
  cases: [{ type: 'pension transfer', keepMonths: 84 }],
  clients: [{ status: 'archived', keepMonths: 84 }],
};

const exampleRetention = {
  version: 1,
  updatedAt: '2026-01-01T09:30:00.000Z',
  updatedBy: 'usr-01kdw5h80c0000000000000004',
  ...examplePolicies,
};

const dueRow = v.strictObject({
  collection: v.picklist(['documents', 'cases', 'clients']),
  id: v.string(),
  held: v.boolean(),
});

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/clients/:id/subject-export',
    operationId: 'exportSubject',
    tag: 'Privacy',
    summary: 'All that is held about a client, as one ZIP',
    description: [
      'The rows of the client, of those who depend on them, of their cases, tasks and documents and of contacts who are them; every version of the documents’ bytes; the audit events of all these; and at its end `manifest.json` with the sha-256 of each file. Fields that you may not see are left out, and the manifest names them.',
      'One archive holds up to 2,000 versions and some 2 GB of documents. With more, the answer has a `Link` with `rel="next"` to a further archive of documents, and so on; `next` in the manifest says the same.',
    ].join('\n\n'),
    access: 'privacy:export',
    parameters: [
      {
        name: 'from',
        in: 'query',
        description: 'The version that a further archive begins with, as the link to it says.',
        schema: v.pipe(v.string(), v.regex(/^doc-[0-9a-z]{26}\/\d{1,9}$/)),
        example: 'doc-01kdw5h80c0000000000000001/1',
      },
    ],
    responses: {
      200: {
        description: 'The archive, made while it is read.',
        headers: ['content-disposition'],
        optionalHeaders: ['link'],
        content: { 'application/zip': {} },
      },
    },
    problems: ['row_not_found', 'invalid_query'],
  },
  {
    method: 'post',
    path: '/v1/clients/:id/erasure',
    operationId: 'eraseClient',
    tag: 'Privacy',
    summary: 'Erase a client and what is theirs',
    description: [
      'Erases the client, dependants who belong to nobody else, their documents with the bytes of every version, and the cases that are theirs alone. A case that others share stays without the client. What is left is this erasure, which names nobody, and audit events, which hold ids and digests.',
      'Contacts who are the client go when `contactIds` names them; the subject export lists those with the same e-mail address or full name. Those that are not named stay, and `similarContacts` says which they are: a couple may share an address, and namesakes a name, so it takes somebody who knows.',
      'Refused (409) while a document is under legal hold or must be retained. With very much to erase the answer is 202, and the account goes on by itself. Backups of the database reach back 30 days.',
    ].join('\n\n'),
    access: 'privacy:erase',
    idempotencyKey: 'required',
    body: {
      content: {
        'application/json': { schema: erasureBody, example: { reason: 'Asked for it by letter.' } },
      },
    },
    responses: {
      200: {
        description: 'Everything is gone.',
        optionalHeaders: ['idempotency-replayed'],
        content: { 'application/json': { schema: erasure, example: exampleErasure } },
      },
      202: {
        description: 'The account goes on with it.',
        headers: ['location'],
        content: {
          'application/json': {
            schema: erasure,
            example: { ...exampleErasure, status: 'running', finishedAt: null },
          },
        },
      },
    },
    problems: ['row_not_found', 'conflict', { code: 'held', status: 409 }],
  },
  {
    method: 'get',
    path: '/v1/clients/:id/erasure',
    operationId: 'getErasure',
    tag: 'Privacy',
    summary: 'What is left of an erased client',
    access: 'privacy:erase',
    responses: {
      200: {
        description: 'The erasure; it holds nothing personal.',
        content: { 'application/json': { schema: erasure, example: exampleErasure } },
      },
    },
    problems: ['row_not_found'],
  },
  {
    method: 'get',
    path: '/v1/retention',
    operationId: 'getRetention',
    tag: 'Privacy',
    summary: 'How long the account keeps what',
    access: 'user',
    ifNoneMatch: true,
    responses: {
      200: {
        description: 'The policies; version 0 until somebody has set any.',
        headers: ['etag'],
        content: { 'application/json': { schema: policies, example: exampleRetention } },
      },
    },
  },
  {
    method: 'put',
    path: '/v1/retention',
    operationId: 'setRetention',
    tag: 'Privacy',
    summary: 'Set how long the account keeps what',
    description:
      'Replaces all policies. What no policy names is kept. Once a day the account erases what is due; a legal hold and `retainUntil` always keep a document, and a document that is kept keeps its case and its client.',
    access: 'account:admin',
    ifMatch: 'required',
    body: { content: { 'application/json': { schema: retentionBody, example: examplePolicies } } },
    responses: {
      200: {
        description: 'The policies as they are now.',
        headers: ['etag'],
        content: { 'application/json': { schema: policies, example: exampleRetention } },
      },
    },
  },
  {
    method: 'post',
    path: '/v1/retention/runs',
    operationId: 'runRetention',
    tag: 'Privacy',
    summary: 'Tell or erase what is kept no longer',
    description:
      'Tells of up to 1,000 rows, or of as many as there is time for. Go on with `nextCursor` until it is null: what is held back is passed by. The account does the same by itself every day.',
    access: 'privacy:erase',
    body: { content: { 'application/json': { schema: retentionRunBody, example: { dryRun: true } } } },
    responses: {
      200: {
        description: 'The rows that are due, and those that are erased now.',
        content: {
          'application/json': {
            schema: named(
              'RetentionRun',
              v.strictObject({
                dryRun: v.boolean(),
                due: v.array(dueRow),
                erased: v.array(dueRow),
                nextCursor: v.nullable(v.string()),
              }),
            ),
            example: {
              dryRun: true,
              due: [{ collection: 'documents', id: 'doc-01kdw5h80c0000000000000001', held: false }],
              erased: [],
              nextCursor: null,
            },
          },
        },
      },
    },
    problems: ['invalid_cursor'],
  },
]);
