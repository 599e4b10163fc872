import * as v from 'valibot';
import { count, id, instant, line, mediaType, sha256 } from '../../../schema/model/fields.ts';
import { limits } from '../../../schema/model/limits.ts';
import { describeCollections, describeRoutes, named } from '../../http/openapi/describe.ts';
import { versionParameter } from './content/content.openapi.ts';

const versionsPage = named(
  'DocumentVersionsPage',
  v.strictObject({
    items: v.array(
      v.strictObject({
        contentVersion: count(),
        sizeBytes: count(),
        sha256: sha256(),
        mediaType: mediaType(),
        createdAt: instant(),
        createdBy: v.union([id('usr'), line(255)]),
      }),
    ),
    nextCursor: v.nullable(v.string()),
  }),
);

export const collections = describeCollections([
  {
    collection: 'documents',
    operations: {
      delete: {
        description:
          'Also deletes the bytes of every version. Refused (409) under legal hold, and up to and including the day of `retainUntil`.',
        problems: ['conflict'],
      },
    },
  },
]);

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/documents/:id/versions',
    operationId: 'listDocumentVersions',
    tag: 'Documents',
    summary: 'List the versions of a document’s bytes',
    description: 'Newest first: the first item of the first page is the current version.',
    access: 'documents:read',
    parameters: [
      {
        name: 'limit',
        in: 'query',
        description: `Versions of one page, from 1 to ${limits.listLimitMax}.`,
        schema: v.optional(
          v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.listLimitMax)),
          limits.listLimitDefault,
        ),
        example: 20,
      },
      {
        name: 'cursor',
        in: 'query',
        description: 'The `nextCursor` of the previous page.',
        schema: v.pipe(v.string(), v.maxLength(limits.cursorLengthMax)),
        example: 'WzIsImRvYy0wMWtkdzVoODBjMDAwMDAwMDAwMDAwMDAwOSIsIjAwMDAwMDAwMDAwMDAwMDAiXQ',
      },
    ],
    responses: {
      200: {
        description: 'One page of versions.',
        content: {
          'application/json': {
            schema: versionsPage,
            example: {
              items: [
                {
                  contentVersion: 1,
                  sizeBytes: 48_213,
                  sha256: '0'.repeat(64),
                  mediaType: 'application/pdf',
                  createdAt: '2026-01-01T09:30:00.000Z',
                  createdBy: 'usr-01kdw5h80c0000000000000004',
                },
              ],
              nextCursor: null,
            },
          },
        },
      },
    },
    problems: ['row_not_found', 'invalid_query', 'invalid_cursor'],
  },
  {
    method: 'delete',
    path: '/v1/documents/:id/versions/:n',
    operationId: 'purgeDocumentVersion',
    tag: 'Documents',
    summary: 'Purge an earlier version',
    description:
      'Deletes the bytes permanently. The current version can only be deleted with its document. Refused (409) under legal hold, and up to and including the day of `retainUntil`.',
    access: 'documents:delete',
    parameters: [versionParameter()],
    ifMatch: 'optional',
    responses: { 204: { description: 'The version is deleted.' } },
    problems: ['row_not_found', { code: 'version-not-found', status: 404 }, 'conflict'],
  },
]);
