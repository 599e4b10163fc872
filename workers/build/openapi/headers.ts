import { limits } from '../../../schema/model/limits.ts';
import type { JsonSchema, StandardHeader } from '../../http/openapi/describe.ts';

/** A response header, or a header parameter of a request. */
export interface DocumentedHeader {
  readonly description: string;
  readonly schema: JsonSchema;
  readonly example: unknown;
}

const DIGEST = '^sha-256=:[A-Za-z0-9+/]{43}=:$';
const digest = 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:';
const bookmark: DocumentedHeader = {
  description: 'Session bookmark of the database.',
  schema: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32}\\.[0-9a-f]{16}$' },
  example: '00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683.1f0c2a9b7d3e4f56',
};
const traceparent: DocumentedHeader = {
  description: 'W3C trace context of the request; quote it when you report a failure.',
  schema: { type: 'string', pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' },
  example: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
};

/** Response headers by their name in lower case. */
export const responseHeaders: Readonly<
  Record<
    | StandardHeader
    | 'accept'
    | 'accept-encoding'
    | 'preference-applied'
    | 'traceparent'
    | 'www-authenticate'
    | 'x-d1-bookmark',
    DocumentedHeader
  >
> = {
  'accept-encoding': {
    description: 'The accepted content encodings.',
    schema: { type: 'string' },
    example: 'gzip, deflate',
  },
  accept: {
    description: 'The accepted media types.',
    schema: { type: 'string' },
    example: 'application/json',
  },
  'accept-ranges': {
    description: '`Range` requests are supported.',
    schema: { const: 'bytes' },
    example: 'bytes',
  },
  'content-digest': {
    description: 'Digest of the bytes in this response.',
    schema: { type: 'string', pattern: DIGEST },
    example: digest,
  },
  'content-disposition': {
    description: 'Always an attachment, with the file name.',
    schema: { type: 'string', pattern: '^attachment' },
    example: 'attachment; filename="passport.pdf"',
  },
  'content-length': {
    description: 'Number of bytes in this response.',
    schema: { type: 'integer', minimum: 0 },
    example: 12345,
  },
  'content-range': {
    description: 'The range of these bytes and the total size; `bytes */n` has only the total size.',
    schema: { type: 'string', pattern: '^bytes (?:\\d+-\\d+|\\*)/\\d+$' },
    example: 'bytes 0-1023/12345',
  },
  etag: {
    description: 'Entity tag: send it as `If-Match` to change exactly this version.',
    schema: { type: 'string', pattern: '^"[^"]+"$' },
    example: '"3"',
  },
  'idempotency-replayed': {
    description: 'The response repeats the first one for this `Idempotency-Key`.',
    schema: { const: 'true' },
    example: 'true',
  },
  link: {
    description: 'Related addresses (RFC 8288).',
    schema: { type: 'string' },
    example: '</v1/clients?cursor=WyJ4Il0>; rel="next"',
  },
  location: {
    description: 'Location of the result.',
    schema: { type: 'string', format: 'uri-reference' },
    example: '/v1/clients/cli-01kdw5h80c0000000000000001',
  },
  'preference-applied': {
    description: 'The preference that was applied.',
    schema: { const: 'consistency=strong' },
    example: 'consistency=strong',
  },
  ratelimit: {
    description: 'Present when the quota is used up; the remaining number is not reported before.',
    schema: { type: 'string', pattern: '^"[a-z]+";r=\\d+;t=\\d+$' },
    example: '"user";r=0;t=60',
  },
  'ratelimit-policy': {
    description: 'The quota: requests in a window of seconds.',
    schema: { type: 'string', pattern: '^"[a-z]+";q=\\d+;w=\\d+$' },
    example: '"user";q=600;w=60',
  },
  'repr-digest': {
    description: 'Digest of all the bytes, even if the response contains only a range.',
    schema: { type: 'string', pattern: DIGEST },
    example: digest,
  },
  'retry-after': {
    description: 'Seconds to wait before repeating the request.',
    schema: { type: 'integer', minimum: 0 },
    example: 2,
  },
  traceparent,
  'www-authenticate': {
    description: 'How to authenticate.',
    schema: { type: 'string' },
    example: 'Bearer realm="freehold"',
  },
  'x-d1-bookmark': bookmark,
};

/** Request header parameters that follow from traits, by the name of their component. */
export const headerParameters: Readonly<
  Record<string, DocumentedHeader & { readonly name: string; readonly required?: boolean }>
> = {
  traceparent: { name: 'traceparent', ...traceparent },
  bookmark: {
    name: 'x-d1-bookmark',
    ...bookmark,
    description: 'A bookmark of an earlier response: this response then reflects at least the same state.',
  },
  prefer: {
    name: 'Prefer',
    description: '`consistency=strong` reads from the primary; unknown preferences are ignored.',
    schema: { type: 'string', enum: ['consistency=strong'] },
    example: 'consistency=strong',
  },
  ifMatch: {
    name: 'If-Match',
    required: true,
    description: 'Entity tag of the version to change, or `*` for any version.',
    schema: { type: 'string' },
    example: '"3"',
  },
  ifMatchOptional: {
    name: 'If-Match',
    description: 'Entity tag that the request expects; refused if the current one is different.',
    schema: { type: 'string' },
    example: '"3"',
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    description: 'Entity tag that the caller has; 304 if it is still current.',
    schema: { type: 'string' },
    example: '"3"',
  },
  idempotencyKey: idempotencyKey(true),
  idempotencyKeyOptional: idempotencyKey(false),
};

function idempotencyKey(required: boolean) {
  return {
    name: 'Idempotency-Key',
    required,
    description: 'Makes it safe to repeat the request: within 24 hours the same key gets the same response.',
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: limits.idempotencyKeyLengthMax,
      pattern: '^[\\x21-\\x7e]+$',
    },
    example: '3f1c2b7e-2f0a-4c57-9a53-6a4e5c1b9d10',
  };
}
