import type { FieldError, RequestError, TokenFault } from './request-error.ts';

/** A problem document (RFC 9457) before it is serialized, with the headers of its status. */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const TOKEN_FAULTS: Readonly<Record<TokenFault, string>> = {
  malformed: 'The access token is not a JSON Web Token.',
  signature: 'The signature of the access token does not match a key of the issuer.',
  algorithm: 'The access token is signed with an algorithm that is not accepted here.',
  type: 'The token is not an access token (typ at+jwt).',
  issuer: 'The access token comes from another issuer.',
  audience:
    'The access token was issued for another audience: each account has its own, and so has the platform.',
  expired: 'The access token has expired.',
  claims: 'The access token lacks a required claim, has a claim of the wrong type, or is not valid yet.',
  body: 'The token was signed for a different body.',
};

/** Safe ways to repeat a request that may have been executed. */
const REPEAT_SAFELY =
  'repeat it after a moment with the same Idempotency-Key or the same If-Match, or read the row first.';

/** Gives every request error its status and text. The text does not disclose how the Worker is built. */
export function toProblem(error: RequestError): Problem {
  switch (error.kind) {
    case 'malformed_body':
      return problem(400, 'malformed-body', 'The body cannot be read', error.detail, {
        errors: error.errors ?? [{ pointer: '#', detail: 'cannot be read' }],
      });
    case 'unsupported_media_type':
      return problem(
        415,
        'unsupported-media-type',
        'The media type is not accepted',
        error.detail ?? `Send the body as ${error.accepted.join(' or ')}.`,
        {
          errors: [{ pointer: '#/headers/content-type', detail: `is not ${error.accepted.join(' or ')}` }],
          headers: { accept: error.accepted.join(', ') },
        },
      );
    case 'unsupported_encoding':
      return problem(
        415,
        'unsupported-content-encoding',
        'The content encoding is not accepted',
        `Send the body without Content-Encoding${error.accepted.includes('identity') ? '' : ` or with ${error.accepted.join(' or ')}`}.`,
        {
          errors: [{ pointer: '#/headers/content-encoding', detail: 'is not accepted' }],
          headers: { 'accept-encoding': error.accepted.join(', ') },
        },
      );
    case 'body_too_large':
      return problem(
        413,
        'body-too-large',
        'The body is too large',
        `A body may have at most ${error.bytesMax} bytes.`,
        {
          errors: [{ pointer: '#', detail: `has more than ${error.bytesMax} bytes` }],
          members: { bytesMax: error.bytesMax },
        },
      );
    case 'invalid_body':
      return problem(422, 'invalid-body', 'The body is not valid', summary(error.errors), {
        errors: error.errors,
      });
    case 'invalid_query':
      return problem(400, 'invalid-query', 'The query is not valid', summary(error.errors), {
        errors: error.errors,
        members: { allowed: error.allowed },
      });
    case 'invalid_cursor':
      return problem(
        400,
        'invalid-cursor',
        'The cursor is not valid',
        'A cursor is the `nextCursor` of a list with the same filters and the same sort, unchanged.',
        { errors: [{ pointer: '#/query/cursor', detail: 'does not belong to this list' }] },
      );
    case 'invalid_header':
      return problem(400, 'invalid-header', 'A header is not valid', `${error.header}: ${error.detail}`, {
        errors: [{ pointer: `#/headers/${error.header}`, detail: error.detail }],
      });
    case 'digest_mismatch':
      return problem(
        400,
        'digest-mismatch',
        'The bytes do not match their digest',
        'The sha-256 of the received bytes differs from the one in Content-Digest. Nothing was stored.',
        { errors: [{ pointer: '#/headers/content-digest', detail: 'differs from the digest of the bytes' }] },
      );
    case 'token_missing':
      return problem(
        401,
        'token-missing',
        'Authentication is required',
        'Send an access token as `Authorization: Bearer …`.',
        {
          headers: { 'www-authenticate': 'Bearer realm="freehold"' },
        },
      );
    case 'token_invalid':
      return problem(401, 'token-invalid', 'The access token is not accepted', TOKEN_FAULTS[error.fault], {
        headers: {
          'www-authenticate': `Bearer realm="freehold", error="invalid_token", error_description="${TOKEN_FAULTS[error.fault]}"`,
        },
      });
    case 'signature_invalid':
      return problem(
        401,
        'signature-invalid',
        'The signature is not accepted',
        'Sign the request by Standard Webhooks with the shared secret, at most five minutes before it arrives.',
        { headers: { 'www-authenticate': 'Signature realm="freehold"' } },
      );
    case 'forbidden':
      return problem(403, 'forbidden', 'Permission denied', error.detail, {
        members: error.permission === undefined ? undefined : { permission: error.permission },
      });
    case 'route_not_found':
      return problem(
        404,
        'route-not-found',
        'Route not found',
        error.detail ?? 'No route has this path. All routes are in `openapi.json`, next to `v1`.',
      );
    case 'method_not_allowed':
      return problem(
        405,
        'method-not-allowed',
        'Method not allowed',
        `This path supports ${error.allow.join(', ')}.`,
        { headers: { allow: error.allow.join(', ') } },
      );
    case 'row_not_found':
      return problem(404, 'not-found', 'Row not found', `${error.collection} has no row with this id.`);
    case 'precondition_required':
      return problem(
        428,
        'precondition-required',
        'If-Match is required',
        'Send `If-Match` with the ETag that you read, or `If-Match: *` to change any version.',
        { errors: [{ pointer: '#/headers/if-match', detail: 'is missing' }], headers: { etag: error.etag } },
      );
    case 'version_mismatch':
      return problem(
        412,
        'version-mismatch',
        'The row has changed since you read it',
        'Read the row again, apply your change to it and send its new ETag.',
        {
          errors: [{ pointer: '#/headers/if-match', detail: 'is not the current version' }],
          headers: error.etag === undefined ? undefined : { etag: error.etag },
        },
      );
    case 'already_exists':
      return problem(
        412,
        'already-exists',
        'The target exists already',
        'The request was to be executed only if nothing exists here (`If-None-Match: *`).',
        {
          errors: [{ pointer: '#/headers/if-none-match', detail: 'does not hold' }],
          headers: { etag: error.etag },
        },
      );
    case 'unknown_reference':
      return problem(422, 'unknown-reference', 'A referenced row does not exist', summary(error.errors), {
        errors: error.errors,
      });
    case 'state_not_next':
      return problem(
        409,
        'state-not-next',
        'The state transition is not allowed',
        `The ${error.field} can change from ${error.from} to ${error.allowed.join(' or ') || 'no other'}, not to ${error.to}.`,
        {
          errors: [{ pointer: `#/${error.field}`, detail: `cannot follow ${error.from}` }],
          members: { from: error.from, to: error.to, allowed: error.allowed },
        },
      );
    case 'still_referenced':
      return problem(
        409,
        'still-referenced',
        'Other rows refer to this one',
        `Rows of ${error.blockers.map(({ collection, field }) => `${collection} refer to this one in ${field}`).join(', of ')}; change or delete them first.`,
        { members: { blockers: error.blockers } },
      );
    case 'duplicate':
      return problem(409, 'duplicate', 'The value is taken', summary(error.errors), { errors: error.errors });
    case 'conflict':
      return problem(409, 'conflict', 'The change is not possible now', error.detail, {
        errors: error.errors,
      });
    case 'idempotency_key_missing':
      return problem(
        400,
        'idempotency-key-missing',
        'An Idempotency-Key is required',
        'Send `Idempotency-Key` with a value of your choice, and the same value when you repeat the request.',
        { errors: [{ pointer: '#/headers/idempotency-key', detail: 'is missing' }] },
      );
    case 'idempotency_key_reused':
      return problem(
        422,
        'idempotency-key-reused',
        'The Idempotency-Key belongs to another request',
        'Within 24 hours a key may be used again only for the same method, path and body.',
        { errors: [{ pointer: '#/headers/idempotency-key', detail: 'was used for another request' }] },
      );
    case 'idempotency_in_flight':
      return problem(
        409,
        'idempotency-in-flight',
        'The first request with this key is still running',
        'Repeat the request after a moment.',
        {
          errors: [{ pointer: '#/headers/idempotency-key', detail: 'is in use by a running request' }],
          headers: { 'retry-after': '1' },
        },
      );
    case 'range_not_satisfiable':
      return problem(
        416,
        'range-not-satisfiable',
        'The range is not satisfiable',
        `The content has ${error.sizeBytes} bytes.`,
        {
          errors: [{ pointer: '#/headers/range', detail: 'is outside the content' }],
          headers: { 'content-range': `bytes */${error.sizeBytes}` },
        },
      );
    case 'rate_limited':
      return problem(
        429,
        'rate-limited',
        'Too many requests',
        `${error.name === 'user' ? 'A user' : 'One address'} may send ${error.requestsMax} requests in ${error.periodSeconds} seconds. Nothing was changed; repeat the request after a moment.`,
        { headers: { 'retry-after': String(error.periodSeconds) } },
      );
    case 'timed_out':
      return problem(
        504,
        'timed-out',
        'The request took too long',
        `It was aborted after ${error.timeoutMs / 1000} seconds. A change may or may not have been made: ${REPEAT_SAFELY}`,
      );
    case 'database_overloaded':
      return problem(
        503,
        'overloaded',
        'The database is busy',
        'Nothing was changed. Repeat the request after a moment.',
        { headers: { 'retry-after': String(error.retryAfterSeconds) } },
      );
    case 'database_interrupted':
      return problem(
        503,
        'interrupted',
        'The database was interrupted',
        `A change may or may not have been made: ${REPEAT_SAFELY}`,
        { headers: { 'retry-after': String(error.retryAfterSeconds) } },
      );
    case 'issuer_unavailable':
      return problem(
        503,
        'issuer-unavailable',
        'The access token cannot be checked now',
        'Repeat the request after a moment.',
        {
          headers: { 'retry-after': String(error.retryAfterSeconds) },
        },
      );
    case 'internal':
      return problem(
        500,
        'internal',
        'Internal error',
        'The failure was logged. Quote the `traceparent` of this response when you report it.',
      );
    case 'own':
      return problem(error.status, error.code, error.title, error.detail, {
        errors: error.errors,
        members: error.members,
        headers: error.headers,
      });
  }
}

interface ProblemExtras {
  readonly errors?: readonly FieldError[] | undefined;
  readonly members?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

function problem(
  status: number,
  code: string,
  title: string,
  detail: string,
  extras: ProblemExtras = {},
): Problem {
  return {
    status,
    code,
    title,
    detail,
    ...(extras.errors === undefined ? {} : { errors: extras.errors }),
    ...(extras.members === undefined ? {} : { members: extras.members }),
    ...(extras.headers === undefined ? {} : { headers: extras.headers }),
  };
}

/** The first wrong field in words, and the number of further ones. */
function summary(errors: readonly FieldError[]): string {
  const [first, ...others] = errors;
  if (first === undefined) return 'The request is not valid.';
  const rest = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${first.pointer} ${first.detail}${rest}.`;
}
