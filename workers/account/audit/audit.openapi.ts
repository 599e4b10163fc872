import * as v from 'valibot';
import { describeRoutes, named } from '../../http/openapi/describe.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const head = v.nullable(
  v.strictObject({
    note: v.pipe(v.string(), v.regex(/^[1-9][0-9]*:[0-9a-f]{64}$/)),
    position: count,
    sealedAt: v.pipe(v.string(), v.isoTimestamp()),
  }),
);

const verification = named(
  'AuditVerification',
  v.strictObject({
    status: v.picklist(['intact', 'broken']),
    broken: v.nullable(
      v.strictObject({
        reason: v.picklist(['event_missing', 'events_altered', 'seal_altered']),
        seal: v.nullable(count),
        position: v.pipe(v.number(), v.integer()),
        lastPosition: v.pipe(v.number(), v.integer()),
      }),
    ),
    verified: v.strictObject({ seals: count, events: count }),
    head,
    unsealedEvents: count,
    noted: v.nullable(v.strictObject({ isFound: v.boolean() })),
    nextCursor: v.nullable(v.string()),
  }),
);

const exampleHead = {
  note: `41:${'5'.repeat(64)}`,
  position: 1_733,
  sealedAt: '2026-01-12T09:30:10.000Z',
};

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/audit-events/verification',
    operationId: 'verifyAuditEvents',
    tag: 'Audit',
    summary: 'Verify the audit trail',
    description: [
      'Recomputes the seals of the trail, about 2,000 events per page. Continue with `nextCursor` until it is null or `status` is `broken`.',
      '`broken` states the reason and the place: the number of the seal (null for unsealed events) and the positions that may be affected.',
      'Record `head.note` outside the account. A later call with it as `noted` shows whether that head is still part of the trail; if not, the end of the trail was removed and rewritten.',
    ].join('\n\n'),
    access: 'audit:read',
    parameters: [
      {
        name: 'cursor',
        in: 'query',
        description: 'The `nextCursor` of the previous page.',
        schema: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
        example: 'WyI0OjIwMDAiLCJhYmMiLCIwMTIzNDU2Nzg5YWJjZGVmIl0',
      },
      {
        name: 'noted',
        in: 'query',
        description: 'The `note` of an earlier head.',
        schema: v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,14}:[0-9a-f]{64}$/)),
        example: exampleHead.note,
      },
    ],
    responses: {
      200: {
        description: 'The result for this page of the trail.',
        content: {
          'application/json': {
            schema: verification,
            example: {
              status: 'intact',
              broken: null,
              verified: { seals: 41, events: 1_733 },
              head: exampleHead,
              unsealedEvents: 2,
              noted: null,
              nextCursor: null,
            },
          },
        },
      },
    },
    problems: ['invalid_query', 'invalid_cursor'],
  },
  {
    method: 'post',
    path: '/v1/audit-events/seals',
    operationId: 'sealAuditEvents',
    tag: 'Audit',
    summary: 'Seal the audit trail now',
    description:
      'The account seals its trail automatically a few seconds after each event. Call this to get a head that covers everything up to now, and again while `isComplete` is false.',
    access: 'audit:read',
    responses: {
      200: {
        description: 'The head of the trail.',
        content: {
          'application/json': {
            schema: named('AuditSeals', v.strictObject({ head, isComplete: v.boolean() })),
            example: { head: exampleHead, isComplete: true },
          },
        },
      },
    },
  },
]);
