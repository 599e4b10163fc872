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
    summary: 'Export all data held about a client',
    description: [
      'A ZIP with the rows of the client, their dependants, cases, tasks, documents and matching contacts; every version of the documents’ bytes; the audit events of all these; and at the end `manifest.json` with the sha-256 of each file. Fields that you may not see are omitted, and the manifest names them.',
      'One archive holds up to 2,000 versions and about 2 GB of documents. If there are more, the response has a `Link` with `rel="next"` to a further archive, and so on; `next` in the manifest has the same link.',
    ].join('\n\n'),
    access: 'privacy:export',
    parameters: [
      {
        name: 'from',
        in: 'query',
        description: 'The first version in a further archive, as given in the link to it.',
        schema: v.pipe(v.string(), v.regex(/^doc-[0-9a-z]{26}\/\d{1,9}$/)),
        example: 'doc-01kdw5h80c0000000000000001/1',
      },
    ],
    responses: {
      200: {
        description: 'The archive, produced while it is read.',
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
    summary: 'Erase a client and their data',
    description: [
      'Erases the client, dependants who depend on no other client, their documents with the bytes of every version, and cases that belong to this client only. A case shared with other clients stays without this client. The record of the erasure, which names no one, and audit events, which hold ids and digests, are kept.',
      'Contacts who are the same person are erased when `contactIds` lists them; the subject export shows contacts with the same e-mail address or full name. Contacts that are not listed stay and are returned in `similarContacts`: a couple may share an address, and namesakes a name, so a person must decide.',
      'Refused (409) while a document is under legal hold or must be retained. If there is a lot to erase, the response is 202 and the account completes the erasure in the background. Backups of the database reach back 30 days.',
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
        description: 'Everything is erased.',
        optionalHeaders: ['idempotency-replayed'],
        content: { 'application/json': { schema: erasure, example: exampleErasure } },
      },
      202: {
        description: 'The account completes the erasure in the background.',
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
    summary: 'Get the record of an erasure',
    access: 'privacy:erase',
    responses: {
      200: {
        description: 'The record of the erasure, which holds nothing personal.',
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
    summary: 'Get the retention policies',
    access: 'user',
    ifNoneMatch: true,
    responses: {
      200: {
        description: 'The policies; version 0 until they are first set.',
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
    summary: 'Set the retention policies',
    description:
      'Replaces all policies. Rows without a policy are kept. Once a day the account erases rows whose retention period has ended. A document under legal hold or before its `retainUntil` is always kept, and so are its case and its client.',
    access: 'account:admin',
    ifMatch: 'required',
    body: { content: { 'application/json': { schema: retentionBody, example: examplePolicies } } },
    responses: {
      200: {
        description: 'The new policies.',
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
    summary: 'List or erase rows whose retention period has ended',
    description:
      'Handles up to 1,000 rows, or as many as time allows. Continue with `nextCursor` until it is null; rows that must be kept are skipped. The account does the same every day.',
    access: 'privacy:erase',
    body: { content: { 'application/json': { schema: retentionRunBody, example: { dryRun: true } } } },
    responses: {
      200: {
        description: 'The rows that are due, and the rows that were erased.',
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
