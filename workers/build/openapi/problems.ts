import type { JsonSchema, OwnProblemDescription, ProblemKind } from '../../http/openapi/describe.ts';
import { toProblem } from '../../http/problems/problem.ts';
import type { RequestError } from '../../http/problems/request-error.ts';

/** One error of each kind, from which `problem.ts` gives the status and code. */
const SAMPLES: { readonly [Kind in ProblemKind]: Extract<RequestError, { readonly kind: Kind }> } = {
  malformed_body: { kind: 'malformed_body', detail: '' },
  unsupported_media_type: { kind: 'unsupported_media_type', accepted: [] },
  unsupported_encoding: { kind: 'unsupported_encoding', accepted: [] },
  body_too_large: { kind: 'body_too_large', bytesMax: 1 },
  invalid_body: { kind: 'invalid_body', errors: [] },
  invalid_query: { kind: 'invalid_query', errors: [], allowed: {} as never },
  invalid_cursor: { kind: 'invalid_cursor' },
  invalid_header: { kind: 'invalid_header', header: '', detail: '' },
  digest_mismatch: { kind: 'digest_mismatch' },
  token_missing: { kind: 'token_missing' },
  token_invalid: { kind: 'token_invalid', fault: 'expired' },
  signature_invalid: { kind: 'signature_invalid' },
  forbidden: { kind: 'forbidden', detail: '' },
  route_not_found: { kind: 'route_not_found' },
  method_not_allowed: { kind: 'method_not_allowed', allow: [] },
  row_not_found: { kind: 'row_not_found', collection: '', id: '' },
  precondition_required: { kind: 'precondition_required', etag: '' },
  version_mismatch: { kind: 'version_mismatch' },
  already_exists: { kind: 'already_exists', etag: '' },
  unknown_reference: { kind: 'unknown_reference', errors: [] },
  state_not_next: { kind: 'state_not_next', field: '', from: '', to: '', allowed: [] },
  still_referenced: { kind: 'still_referenced', blockers: [] },
  duplicate: { kind: 'duplicate', errors: [] },
  conflict: { kind: 'conflict', detail: '' },
  idempotency_key_missing: { kind: 'idempotency_key_missing' },
  idempotency_key_reused: { kind: 'idempotency_key_reused' },
  idempotency_in_flight: { kind: 'idempotency_in_flight' },
  range_not_satisfiable: { kind: 'range_not_satisfiable', sizeBytes: 0 },
  rate_limited: { kind: 'rate_limited', name: 'user', requestsMax: 1, periodSeconds: 1 },
  timed_out: { kind: 'timed_out', timeoutMs: 1 },
  database_overloaded: { kind: 'database_overloaded', retryAfterSeconds: 1 },
  database_interrupted: { kind: 'database_interrupted', retryAfterSeconds: 1 },
  issuer_unavailable: { kind: 'issuer_unavailable', retryAfterSeconds: 1 },
  internal: { kind: 'internal' },
};

/** A problem in a document. */
export type DescribedProblem = ProblemKind | OwnProblemDescription;

/** Status → the codes that it can have, both sorted. */
export function byStatus(problems: Iterable<DescribedProblem>): ReadonlyMap<number, readonly string[]> {
  const codes = new Map<number, Set<string>>();
  for (const problem of problems) {
    const { status, code } = typeof problem === 'string' ? toProblem(SAMPLES[problem]) : problem;
    codes.set(status, (codes.get(status) ?? new Set()).add(code));
  }
  return new Map([...codes].sort(([a], [b]) => a - b).map(([status, set]) => [status, [...set].sort()]));
}

/** The schema that all problem documents share. */
export const problemSchema: JsonSchema = {
  description: 'A problem document (RFC 9457). Some problems have further members.',
  type: 'object',
  properties: {
    type: { type: 'string', pattern: '^urn:freehold:problem:[a-z0-9-]+$' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Path of the request, without its query.' },
    errors: {
      description: 'The wrong parts of the request, at most 50.',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: {
            type: 'string',
            pattern: '^#',
            description: 'Where: `#/addresses/0/postcode`, `#/query/sort`, `#/headers/if-match`.',
          },
          detail: { type: 'string' },
        },
        required: ['pointer', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
  examples: [
    {
      type: 'urn:freehold:problem:invalid-body',
      title: 'The body is not valid',
      status: 422,
      detail: '#/addresses/0/postcode must be a British postcode such as NR1 3QT, or have another country.',
      instance: '/v1/clients',
      errors: [
        {
          pointer: '#/addresses/0/postcode',
          detail: 'must be a British postcode such as NR1 3QT, or have another country',
        },
      ],
    },
  ],
};
