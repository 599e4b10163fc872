import * as v from 'valibot';
import { describeRoutes, named } from '../../http/openapi/describe.ts';

const range = v.strictObject({
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const match = v.strictObject({ pointer: v.string(), text: v.string(), ranges: v.array(range) });

const hit = v.strictObject({
  collection: v.string(),
  id: v.string(),
  title: v.string(),
  score: v.pipe(v.number(), v.minValue(0)),
  matches: v.array(match),
});

const page = named(
  'SearchPage',
  v.strictObject({
    items: v.array(hit),
    counts: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
    isTruncated: v.boolean(),
    isIndexComplete: v.boolean(),
    nextCursor: v.nullable(v.string()),
  }),
);

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/search',
    operationId: 'search',
    tag: 'Search',
    summary: 'Search rows of all collections by words',
    description: [
      'Finds rows that have **every** word; the last word may be a prefix. Case and accents do not matter.',
      'Only rows that you may read are found and counted. Best matches come first: names rank above references, and references above other fields.',
      '`matches` shows where the words are: `text` is the unchanged text of a field, and `ranges` are in UTF-16 code units.',
      'Of more than 1,000 matches the newest 1,000 are ranked, and `isTruncated` is true. `isIndexComplete` is false while the index is being rebuilt.',
    ].join('\n\n'),
    access: 'user',
    parameters: [
      {
        name: 'q',
        in: 'query',
        required: true,
        description: 'Up to eight words.',
        schema: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
        example: 'margaret hollo',
      },
      {
        name: 'types',
        in: 'query',
        description: 'Collections to search. Default: all that you may read.',
        schema: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['clients', 'cases', 'documents', 'contact-companies', 'contact-individuals'],
          },
          minItems: 1,
          uniqueItems: true,
        },
        example: ['clients', 'cases'],
      },
      {
        name: 'limit',
        in: 'query',
        description: 'Rows of one page.',
        schema: { type: 'integer', minimum: 1, maximum: 50, default: 20 },
        example: 20,
      },
      {
        name: 'cursor',
        in: 'query',
        description: 'The `nextCursor` of the previous page.',
        schema: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
        example: 'Wy0xLjUsIjQyIiwiMDEyMzQ1Njc4OWFiY2RlZiJd',
      },
    ],
    responses: {
      200: {
        description: 'One page of results.',
        content: {
          'application/json': {
            schema: page,
            example: {
              items: [
                {
                  collection: 'clients',
                  id: 'cli-01kdw5h80c0000000000000001',
                  title: 'Margaret Holloway',
                  score: 7.31,
                  matches: [
                    { pointer: '#/firstName', text: 'Margaret', ranges: [{ start: 0, end: 8 }] },
                    { pointer: '#/lastName', text: 'Holloway', ranges: [{ start: 0, end: 8 }] },
                  ],
                },
              ],
              counts: { clients: 1, cases: 0 },
              isTruncated: false,
              isIndexComplete: true,
              nextCursor: null,
            },
          },
        },
      },
    },
    problems: ['invalid_query', 'invalid_cursor', 'forbidden'],
  },
  {
    method: 'post',
    path: '/v1/search/rebuild',
    operationId: 'rebuildSearchIndex',
    tag: 'Search',
    summary: 'Rebuild the search index',
    description:
      'Runs for a few seconds. While `isComplete` is false, call it again to continue. The account also finishes the work in the background.',
    access: 'account:admin',
    responses: {
      200: {
        description: 'The state of the index.',
        content: {
          'application/json': {
            schema: named('SearchRebuild', v.strictObject({ isComplete: v.boolean() })),
            example: { isComplete: true },
          },
        },
      },
    },
  },
]);
