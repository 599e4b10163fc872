import * as v from 'valibot';
import { count } from '../../../schema/model/fields.ts';
import { describeRoutes, named } from '../../http/openapi/describe.ts';

const fieldError = v.strictObject({ pointer: v.string(), detail: v.string() });

const outcome = v.strictObject({
  line: count(),
  status: v.picklist(['created', 'updated', 'invalid', 'duplicate', 'skipped']),
  id: v.optional(v.string()),
  errors: v.optional(v.array(fieldError)),
  warnings: v.optional(
    v.array(v.strictObject({ code: v.string(), detail: v.string(), ids: v.array(v.string()) })),
  ),
  detail: v.optional(v.string()),
});

const summary = v.strictObject({
  summary: v.strictObject({
    ...{ lines: count(), created: count(), updated: count(), invalid: count(), duplicate: count() },
    ...{
      skipped: count(),
      warned: count(),
      complete: v.boolean(),
      dryRun: v.boolean(),
      bookmark: v.nullable(v.string()),
    },
  }),
});

const importLine = named(
  'ImportLine',
  v.union([outcome, v.strictObject({ problem: v.looseObject({}) }), summary]),
);

const collection = (example: string) =>
  ({
    name: 'collection',
    in: 'path',
    description: 'The collection as it is in other paths.',
    schema: v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*$/)),
    example,
  }) as const;

export const routes = describeRoutes([
  {
    method: 'post',
    path: '/v1/imports/:collection',
    operationId: 'importRows',
    tag: 'Bulk data',
    summary: 'Bring many rows in',
    description: [
      'The body is read line by line: NDJSON with one body of a create in each line, or CSV whose first line names fields. A column may reach into a list (`addresses.0.postcode`); a whole list or object is JSON in its cell. What an export shows and only the server writes is passed over.',
      'Lines are written in chunks of up to 1,000, each in one transaction: **a line that cannot be written keeps its whole chunk from being written**, unless `onInvalid=skip-line`. The answer is NDJSON: an outcome for each line as its chunk is done, and a `summary` at the end. If something keeps the import from going on, a `problem` comes before the summary, and `complete` is false.',
      'If the connection is lost or `complete` is false, send the same body with the same `Idempotency-Key` again: chunks that are committed are told again and not written twice.',
      'A line that looks like a row that is there (a client with the same last name and date of birth) is written all the same, and its outcome has `warnings` as the answer to a create has them. `dryRun=true` warns of the rows that are there before you write any.',
      'Read the answer while you send: when 16 MB of it have been unread for half a minute, the import stops with `answer-unread`.',
      '`mode=upsert&key=reference` changes rows that are there (fields that a line does not name stay, `null` and an empty cell remove one) and creates the others. Users, groups and webhook endpoints are written one by one and have no import.',
    ].join('\n\n'),
    access: 'user',
    idempotencyKey: 'required',
    parameters: [
      collection('clients'),
      {
        name: 'mode',
        in: 'query',
        description: 'Whether lines may change rows that are there.',
        schema: v.optional(v.picklist(['create', 'upsert']), 'create'),
        example: 'upsert',
      },
      {
        name: 'key',
        in: 'query',
        description: 'With `mode=upsert`: the field by which rows are found, `id` or one that is unique.',
        schema: v.string(),
        example: 'reference',
      },
      {
        name: 'onInvalid',
        in: 'query',
        description: 'What a line that cannot be written takes with it.',
        schema: v.optional(v.picklist(['skip-chunk', 'skip-line']), 'skip-chunk'),
        example: 'skip-line',
      },
      {
        name: 'dryRun',
        in: 'query',
        description: 'Only say what would happen. Needs no `Idempotency-Key`.',
        schema: v.optional(v.boolean(), false),
        example: true,
      },
    ],
    body: {
      content: {
        'application/x-ndjson': {
          schema: { type: 'string' },
          example: '{"reference":"HV-00042","lastName":"Holloway"}\n',
        },
        'text/csv': { schema: { type: 'string' }, example: 'reference,lastName\r\nHV-00042,Holloway\r\n' },
      },
    },
    responses: {
      200: {
        description: 'What became of each line, and a summary.',
        content: {
          'application/x-ndjson': {
            schema: importLine,
            example: { line: 1, status: 'created', id: 'cli-01kdw5h80c0000000000000001' },
          },
        },
      },
    },
    problems: [
      'invalid_query',
      'unsupported_media_type',
      'malformed_body',
      'invalid_body',
      'route_not_found',
    ],
  },
  {
    method: 'get',
    path: '/v1/exports/:collection',
    operationId: 'export',
    tag: 'Bulk data',
    summary: 'Export',
    ofEveryCollection: true,
    description: [
      'Every row that the filters let through, as NDJSON or CSV, streamed at your pace. Filters and `sort` are those of the list; sensitive fields are left out without the right to see them.',
      'In CSV a text that a spreadsheet would run as a formula has an apostrophe before it; an import takes it away again. An export that cannot go on is broken off, so a body that ends well is whole. One request carries nearly 4 GB of rows; `after` goes on behind the last row that came.',
    ].join('\n\n'),
    access: 'user',
    parameters: [
      {
        name: 'format',
        in: 'query',
        description: 'How rows are written.',
        schema: v.optional(v.picklist(['ndjson', 'csv']), 'ndjson'),
        example: 'csv',
      },
      {
        name: 'after',
        in: 'query',
        description: 'Id of the row to go on behind, in the order of `createdAt`.',
        schema: v.pipe(v.string(), v.maxLength(30)),
      },
    ],
    responses: {
      200: {
        description: 'The rows.',
        headers: ['content-disposition'],
        content: {
          'application/x-ndjson': { schema: { type: 'string', description: 'A row in each line.' } },
          'text/csv': {
            schema: { type: 'string', description: 'Names of fields, then a row in each line.' },
          },
        },
      },
    },
    problems: ['invalid_query'],
  },
]);
