import * as v from 'valibot';
import { documents } from '../../../../schema/account/tables/documents.ts';
import { anyBytes } from '../../../http/openapi/any-bytes.ts';
import {
  describeRoutes,
  type HeaderDescription,
  type ParameterDescription,
  rowOf,
} from '../../../http/openapi/describe.ts';
import { exampleRow } from '../../../http/openapi/example-row.ts';

/** An example of a digest header, for the text `hello`. */
const EXAMPLE_DIGEST = 'sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:';
const EXAMPLE_SHA256 = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

/** `Content-Digest` of a request with bytes. */
export const contentDigestParameter: ParameterDescription = {
  name: 'content-digest',
  in: 'header',
  description: 'sha-256 of the bytes (RFC 9530). Bytes that do not match are refused and not stored.',
  schema: v.pipe(v.string(), v.maxLength(1_000)),
  example: EXAMPLE_DIGEST,
};

/** A document after an upload. */
export const exampleDocument = {
  ...exampleRow(documents),
  version: 2,
  sizeBytes: 5,
  sha256: EXAMPLE_SHA256,
  mediaType: 'application/pdf',
  contentVersion: 1,
  previousVersions: [],
};

const lastModified: HeaderDescription = {
  name: 'last-modified',
  description: 'When the bytes were uploaded.',
  schema: v.string(),
  example: 'Mon, 12 Jan 2026 09:30:00 GMT',
  required: true,
};

const download = {
  tag: 'Documents',
  access: 'documents:download' as const,
  parameters: [
    {
      name: 'range',
      in: 'header' as const,
      description: 'One range of bytes. Several ranges or another unit are ignored.',
      schema: v.pipe(v.string(), v.maxLength(1_000)),
      example: 'bytes=0-1023',
    },
    {
      name: 'if-range',
      in: 'header' as const,
      description:
        'Entity tag of the bytes that the range refers to. With another tag or a date, the range is ignored.',
      schema: v.pipe(v.string(), v.maxLength(1_000)),
      example: `"${EXAMPLE_SHA256}"`,
    },
    {
      name: 'if-modified-since',
      in: 'header' as const,
      description: 'Without `If-None-Match`: 304 if the bytes were not uploaded later.',
      schema: v.pipe(v.string(), v.maxLength(1_000)),
      example: 'Mon, 12 Jan 2026 09:30:00 GMT',
    },
    {
      name: 'if-unmodified-since',
      in: 'header' as const,
      description: 'Without `If-Match`: 412 if the bytes were uploaded later.',
      schema: v.pipe(v.string(), v.maxLength(1_000)),
      example: 'Mon, 12 Jan 2036 09:30:00 GMT',
    },
  ],
  ifMatch: 'optional' as const,
  ifNoneMatch: true,
  responses: {
    200: {
      description: 'All the bytes. Browsers always save them and never display them.',
      headers: [
        'accept-ranges' as const,
        'content-digest' as const,
        'content-disposition' as const,
        'content-length' as const,
        'etag' as const,
        lastModified,
        'repr-digest' as const,
      ],
      content: anyBytes,
    },
    206: {
      description: 'The requested range.',
      headers: [
        'accept-ranges' as const,
        'content-disposition' as const,
        'content-length' as const,
        'content-range' as const,
        'etag' as const,
        lastModified,
        'repr-digest' as const,
      ],
      content: anyBytes,
    },
  },
};

export const routes = describeRoutes([
  {
    ...download,
    method: 'get',
    path: '/v1/documents/:id/content',
    operationId: 'getDocumentContent',
    summary: 'Download the bytes of a document',
    description:
      'The entity tag is the sha-256 of the bytes, not the version of the row. Every download is in the audit trail, except HEAD and 304, which send no bytes.',
    problems: ['row_not_found', { code: 'no-content-yet', status: 404 }, 'range_not_satisfiable'],
  },
  {
    ...download,
    method: 'get',
    path: '/v1/documents/:id/versions/:n/content',
    operationId: 'getDocumentVersionContent',
    summary: 'Download an earlier version of a document',
    parameters: [versionParameter(), ...download.parameters],
    problems: ['row_not_found', { code: 'version-not-found', status: 404 }, 'range_not_satisfiable'],
  },
  {
    method: 'put',
    path: '/v1/documents/:id/content',
    operationId: 'putDocumentContent',
    tag: 'Documents',
    summary: 'Upload the bytes of a document',
    description: [
      'The bytes become the current version; the previous bytes are kept as an earlier version. Send up to 100 MB with `Content-Length`, or up to 8 MiB without; larger files are uploaded in parts.',
      'Send the bytes alone: a form (`multipart/form-data`) and bytes with a `Content-Encoding` are refused. An empty body over a document that has bytes requires `If-Match`. With `If-None-Match: *` the bytes are only stored if the document has none yet.',
      'The media type is detected from the bytes: a declared type is kept only if the bytes do not contradict it.',
    ].join('\n\n'),
    access: 'documents:write',
    parameters: [contentDigestParameter],
    ifMatch: 'optional',
    body: { required: false, content: anyBytes },
    responses: {
      200: {
        description: 'The document with its new bytes.',
        headers: ['etag'],
        content: { 'application/json': { schema: rowOf('documents'), example: exampleDocument } },
      },
    },
    problems: [
      'row_not_found',
      'invalid_header',
      'precondition_required',
      'unsupported_media_type',
      'unsupported_encoding',
      'digest_mismatch',
      'malformed_body',
      'body_too_large',
      'conflict',
      { code: 'length-required', status: 411 },
    ],
  },
]);

/** `n` in the path of a version. */
export function versionParameter(): ParameterDescription {
  return {
    name: 'n',
    in: 'path',
    description: 'The `contentVersion`, counted from 1.',
    schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
    example: 1,
  };
}
