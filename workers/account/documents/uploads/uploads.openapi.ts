import * as v from 'valibot';
import { count, id, instant, line, mediaType, sha256 } from '../../../../schema/model/fields.ts';
import { limits } from '../../../../schema/model/limits.ts';
import { anyBytes } from '../../../http/openapi/any-bytes.ts';
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
    summary: 'List the open uploads of a document',
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
    summary: 'Start a multipart upload',
    description: [
      `For files of up to ${limits.documentUploadBytesMax} bytes. Send \`partCount\` parts of \`partSizeBytes\` bytes, the last one with the rest, in any order and concurrently; then complete the upload.`,
      'An upload expires after three days. Parts of an upload that is not completed by then are deleted.',
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
        description: 'The upload, without parts.',
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
    summary: 'Get an upload and its stored parts',
    responses: {
      200: {
        description: 'The upload with its stored parts.',
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
    summary: 'Abort an upload',
    responses: { 204: { description: 'The upload is aborted and its parts are deleted.' } },
    problems: [NOT_FOUND, COMPLETED],
  },
  {
    ...shared,
    method: 'put',
    path: `${path}/parts/:n`,
    operationId: 'putDocumentUploadPart',
    summary: 'Send one part',
    description: 'Sending a part again replaces it.',
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
    body: { required: false, content: anyBytes },
    responses: {
      200: {
        description: 'The part is stored.',
        content: { 'application/json': { schema: named('DocumentPart', part), example: examplePart } },
      },
    },
    problems: [
      'invalid_header',
      'malformed_body',
      'digest_mismatch',
      'unsupported_media_type',
      'unsupported_encoding',
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
    summary: 'Complete an upload',
    description: [
      'The parts become the bytes of the document. They are read once more to compute their hash, so the response to a large upload takes a few seconds. If a `sha256` was given, here or at the start, the bytes must match it; otherwise the upload is deleted.',
      'Can be repeated: for a completed upload, the response is the document.',
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
