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
  v.union([
    v.strictObject({ notice: v.strictObject({ code: v.string(), detail: v.string() }) }),
    outcome,
    v.strictObject({ problem: v.looseObject({}) }),
    summary,
  ]),
);

const collection = (example: string) =>
  ({
    name: 'collection',
    in: 'path',
    description: 'Name of the collection, as in its own path.',
    schema: v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*$/)),
    example,
  }) as const;

export const routes = describeRoutes([
  {
    method: 'post',
    path: '/v1/imports/:collection',
    operationId: 'importRows',
    tag: 'Bulk data',
    summary: 'Import rows',
    description: [
      'The body is read line by line: NDJSON with one create body per line, or CSV whose first line names the fields. A column may address an item of a list (`addresses.0.postcode`); a whole list or object is written as JSON in its cell. Fields that only the server writes are ignored, so an export can be imported.',
      'Lines are written in chunks of up to 1,000, each in one transaction: **if one line cannot be written, its whole chunk is not written**, unless `onInvalid=skip-line`. The response is NDJSON: an outcome for each line when its chunk is done, and a `summary` at the end. A `notice` precedes the outcomes of a chunk that was not written. If the import cannot continue, a `problem` precedes the summary, and `complete` is false.',
      'If the connection is lost or `complete` is false, send the same body with the same `Idempotency-Key` again: the outcomes of committed chunks are repeated, and their lines are not written twice.',
      'A line that looks like an existing row (a client with the same last name and date of birth) is written, and its outcome has `warnings`, as in the response to a create. `dryRun=true` warns about existing rows before anything is written.',
      'Read the response while you send: when more than 16 MB have been unread for half a minute, the import stops with `answer-unread`.',
      '`mode=upsert&key=reference` updates existing rows and creates the others. Fields that a line does not name stay; `null` or an empty cell removes a field. Users, groups and webhook endpoints cannot be imported.',
    ].join('\n\n'),
    access: 'user',
    idempotencyKey: 'required',
    parameters: [
      collection('clients'),
      {
        name: 'mode',
        in: 'query',
        description: 'Whether lines may update existing rows.',
        schema: v.optional(v.picklist(['create', 'upsert']), 'create'),
        example: 'upsert',
      },
      {
        name: 'key',
        in: 'query',
        description: 'With `mode=upsert`: the field that identifies rows, `id` or a unique field.',
        schema: v.string(),
        example: 'reference',
      },
      {
        name: 'onInvalid',
        in: 'query',
        description: 'Whether a line that cannot be written skips its whole chunk or only itself.',
        schema: v.optional(v.picklist(['skip-chunk', 'skip-line']), 'skip-chunk'),
        example: 'skip-line',
      },
      {
        name: 'dryRun',
        in: 'query',
        description: 'Only report what would happen. Does not need an `Idempotency-Key`.',
        schema: v.optional(v.boolean(), false),
        example: true,
      },
      {
        name: 'dates',
        in: 'query',
        description: 'Form of the dates in a CSV: `dmy` for 31/03/2026. ISO dates are accepted too.',
        schema: v.optional(v.picklist(['iso', 'dmy']), 'iso'),
        example: 'dmy',
      },
      {
        name: 'delimiter',
        in: 'query',
        description: 'What separates the cells of a CSV.',
        schema: v.optional(v.picklist([',', ';', 'tab']), ','),
        example: ';',
      },
      {
        name: 'encoding',
        in: 'query',
        description: 'Encoding of a CSV. Default: the `charset` of its media type, or UTF-8.',
        schema: v.picklist(['utf-8', 'windows-1252']),
        example: 'windows-1252',
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
        description: 'The outcome of each line, and a summary.',
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
      'unsupported_encoding',
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
      'Every row that matches the filters, as NDJSON or CSV, streamed as fast as you read it. Filters and `sort` are those of the list. Sensitive fields are omitted unless you may see them.',
      'In CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; an import removes it. An export that cannot continue is aborted, so a body that ends normally is complete. One request can return nearly 4 GB of rows; `after` continues after the last row received.',
    ].join('\n\n'),
    access: 'user',
    parameters: [
      {
        name: 'format',
        in: 'query',
        description: 'Format of the rows. Default: CSV if `Accept` prefers `text/csv`, otherwise NDJSON.',
        schema: v.picklist(['ndjson', 'csv']),
        example: 'csv',
      },
      {
        name: 'after',
        in: 'query',
        description: 'Id of the row to continue after, in the order of `createdAt`.',
        schema: v.pipe(v.string(), v.maxLength(30)),
      },
    ],
    responses: {
      200: {
        description: 'The rows.',
        headers: ['content-disposition'],
        content: {
          'application/x-ndjson': { schema: { type: 'string', description: 'One row per line.' } },
          'text/csv': {
            schema: { type: 'string', description: 'The field names, then one row per line.' },
          },
        },
      },
    },
    problems: ['invalid_query'],
  },
]);
