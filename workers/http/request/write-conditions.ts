import { type Refusal, refuse } from '../problems/refusal.ts';

/** Conditions and ranges that no write here understands. Ignoring one could overwrite or truncate what it protects. */
const NOT_UNDERSTOOD: Readonly<Record<string, string>> = {
  'content-range': 'is not supported: send the whole content, or upload it in parts',
  range: 'is only supported for reads',
  'if-range': 'is only supported for reads',
  'if-unmodified-since': 'is only supported for reads; send If-Match',
  if: 'is not supported; send If-Match',
  'if-schedule-tag-match': 'is not supported; send If-Match',
  'upload-offset': 'is not supported: send the whole content, or upload it in parts',
  'upload-complete': 'is not supported: send the whole content, or upload it in parts',
};

/** Methods that change something. */
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The path of one row of a collection. */
const ROW = /^\/v1\/[a-z-]+\/[^/]+$/;

/** Whether a write of this path evaluates `If-Match` and `If-None-Match`. */
export type HonoursConditions = (method: string, path: string) => boolean;

/** Changes of one row evaluate conditions, whatever its collection. */
export const honoursRowConditions: HonoursConditions = (method, path) => method !== 'POST' && ROW.test(path);

/**
 * Refuses (400) a write with a condition or a range that its route does not understand, so that a route need not know
 * the headers that it does not support.
 *
 * @param honours Whether the route evaluates `If-Match` and `If-None-Match`. `If-Match: *` is true for every route that
 *   exists.
 */
export function refuseConditions(
  { method, headers }: Request,
  path: string,
  honours: HonoursConditions,
): Refusal | undefined {
  if (!WRITES.has(method)) return undefined;
  for (const [header, detail] of Object.entries(NOT_UNDERSTOOD)) {
    if (headers.has(header)) return refuse({ kind: 'invalid_header', header, detail });
  }
  const isHonoured = honours(method, path);
  const noneMatch = headers.get('if-none-match')?.trim();
  if (noneMatch !== undefined && (noneMatch !== '*' || !isHonoured)) {
    const detail = isHonoured ? 'must be * in a write' : 'is not supported here';
    return refuse({ kind: 'invalid_header', header: 'if-none-match', detail });
  }
  const match = headers.get('if-match')?.trim();
  if (match !== undefined && match !== '*' && !isHonoured)
    return refuse({ kind: 'invalid_header', header: 'if-match', detail: 'is not supported here' });
  return undefined;
}

/** Refuses (412) a write with `If-None-Match: *` when its target exists. */
export function refuseExisting(headers: Headers, etag: string): Refusal | undefined {
  return headers.has('if-none-match') ? refuse({ kind: 'already_exists', etag }) : undefined;
}
