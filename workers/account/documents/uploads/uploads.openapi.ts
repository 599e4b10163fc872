import * as v from 'valibot';
import { count, id, instant, line, mediaType, sha256 } from '../../../../schema/model/fields.ts';
import { limits } from '../../../../schema/model/limits.ts';
import { describeRoutes, named, rowOf } from '../../../http/openapi/describe.ts';
import { contentDigestParameter, exampleDocument } from '../content/content.openapi.ts';
import { completionBody } from './complete-upload.ts';
import { uploadBody } from './start-upload.ts';

const part = v.strictObject({ number: count(), sizeBytes: count(), sha256: sha256() });

const uploadFields = {
  uploadId: id('upl'),
  documentId: id('doc'),
  status: v.picklist(['open', 'completed']),
  sizeBytes: count(),
  partSizeBytes: count(),
  partCount: count(),
  mediaType: mediaType(),
  sha256: v.optional(sha256()),
  contentVersion: v.optional(count()),
  createdAt: instant(),
  createdBy: v.union([id('usr'), line(255)]),
  expiresAt: instant(),
};

const upload = named('DocumentUpload', v.strictObject({ ...uploadFields, parts: v.array(part) }));
const uploadsList = named(
  'DocumentUploads',
  v.strictObject({ items: v.array(v.strictObject(uploadFields)) }),
);

const exampleUpload = {
  uploadId: 'upl-01kdw5h80c0000000000000001',
  documentId: 'doc-01kdw5h80c0000000000000009',
  status: 'open',
  sizeBytes: 20_000_000,
  partSizeBytes: limits.documentPartBytes,
  partCount: 2,
  mediaType: 'application/pdf',
  createdAt: '2026-01-01T09:30:00.000Z',
  createdBy: 'usr-01kdw5h80c0000000000000004',
  expiresAt: '2026-01-04T09:30:00.000Z',
};
const examplePart = { number: 1, sizeBytes: limits.documentPartBytes, sha256: '0'.repeat(64) };

const NOT_FOUND = { code: 'upload-not-found', status: 404 };
const COMPLETED = { code: 'upload-completed', status: 409 };

const shared = { tag: 'Documents', access: 'documents:write' as const };
const collectionPath = '/v1/documents/:id/uploads';
const path = `${collectionPath}/:uploadId`;

export const routes = describeRoutes([
  {
    ...shared,
    method: 'get',
    path: collectionPath,
    operationId: 'listDocumentUploads',
    summary: 'List the uploads of a document that are under way',
    responses: {
      200: {
        description: `At most ${limits.documentUploadsOpenMax}.`,
        content: { 'application/json': { schema: uploadsList, example: { items: [exampleUpload] } } },
      },
    },
    problems: ['row_not_found'],
  },
  {
    ...shared,
    method: 'post',
    path: collectionPath,
    operationId: 'startDocumentUpload',
    summary: 'Begin an upload in parts',
    description: [
      `For files of up to ${limits.documentUploadBytesMax} bytes. Send \`partCount\` parts of \`partSizeBytes\` bytes, the last one with the rest, in any order and several at once; then complete the upload.`,
      'An upload has three days. What was sent by then and not completed is forgotten.',
    ].join('\n\n'),
    ifMatch: 'optional',
    body: {
      content: {
        'application/json': {
          schema: named('DocumentUploadBody', uploadBody),
          example: { sizeBytes: 20_000_000, mediaType: 'application/pdf' },
        },
      },
    },
    responses: {
      201: {
        description: 'The upload, without any part yet.',
        headers: ['location'],
        content: { 'application/json': { schema: upload, example: { ...exampleUpload, parts: [] } } },
      },
    },
    problems: ['row_not_found', 'conflict'],
  },
  {
    ...shared,
    method: 'get',
    path,
    operationId: 'getDocumentUpload',
    summary: 'See which parts of an upload are there',
    responses: {
      200: {
        description: 'The upload with its parts, to go on from there.',
        content: {
          'application/json': { schema: upload, example: { ...exampleUpload, parts: [examplePart] } },
        },
      },
    },
    problems: [NOT_FOUND],
  },
  {
    ...shared,
    method: 'delete',
    path,
    operationId: 'abortDocumentUpload',
    summary: 'Give an upload up',
    responses: { 204: { description: 'Nothing that was sent is kept.' } },
    problems: [NOT_FOUND, COMPLETED],
  },
  {
    ...shared,
    method: 'put',
    path: `${path}/parts/:n`,
    operationId: 'putDocumentUploadPart',
    summary: 'Send one part',
    description: 'A part that is sent again replaces the one before.',
    parameters: [
      {
        name: 'n',
        in: 'path',
        description: 'Number of the part, from 1 to `partCount`.',
        schema: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
        example: 1,
      },
      contentDigestParameter,
    ],
    body: { required: false, content: { '*/*': {} } },
    responses: {
      200: {
        description: 'The part is there.',
        content: { 'application/json': { schema: named('DocumentPart', part), example: examplePart } },
      },
    },
    problems: [
      'invalid_header',
      'malformed_body',
      'digest_mismatch',
      NOT_FOUND,
      { code: 'part-not-found', status: 404 },
      COMPLETED,
      { code: 'length-required', status: 411 },
      { code: 'wrong-part-size', status: 422 },
    ],
  },
  {
    ...shared,
    method: 'post',
    path: `${path}/completion`,
    operationId: 'completeDocumentUpload',
    summary: 'Make the parts the bytes of the document',
    description: [
      'The bytes are read once more to hash them, so that the answer of a large upload takes some seconds. With a `sha256`, here or at the start, they must match it; if they do not, the upload is gone.',
      'May be repeated: a completed upload answers with the document.',
    ].join('\n\n'),
    ifMatch: 'optional',
    body: {
      required: false,
      content: {
        'application/json': {
          schema: named('DocumentUploadCompletion', completionBody),
          example: { sha256: exampleDocument.sha256 },
        },
      },
    },
    responses: {
      200: {
        description: 'The document with its new bytes.',
        headers: ['etag'],
        content: { 'application/json': { schema: rowOf('documents'), example: exampleDocument } },
      },
    },
    problems: [
      'row_not_found',
      'conflict',
      NOT_FOUND,
      COMPLETED,
      { code: 'parts-missing', status: 409 },
      { code: 'parts-changed', status: 409 },
      { code: 'upload-digest-mismatch', status: 422 },
    ],
  },
]);
