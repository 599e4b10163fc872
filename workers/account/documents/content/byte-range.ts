import { type Expression, type SqlBool, sql } from 'kysely';

/** Part of a document's bytes, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** A requested range: from one byte to another (or to the end), or the last so many. */
export type AskedRange =
  | { readonly first: number; readonly last: number | undefined }
  | { readonly suffix: number };

/**
 * Reads a `Range` header (RFC 9110 §14).
 *
 * @returns undefined when all bytes are to be sent: no header, another unit, several ranges (which a server may ignore),
 *   or a malformed range.
 */
export function parseRange(header: string | null): AskedRange | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return { suffix: toCount(to) };
  const [first, last] = [toCount(from), to === '' ? undefined : toCount(to)];
  return last !== undefined && last < first ? undefined : { first, last };
}

/** The bytes of a requested range; `'unsatisfiable'` when it is outside the content (416). */
export function resolveRange(asked: AskedRange, sizeBytes: number): ByteRange | 'unsatisfiable' {
  if ('suffix' in asked) {
    const length = Math.min(asked.suffix, sizeBytes);
    return length === 0 ? 'unsatisfiable' : { first: sizeBytes - length, last: sizeBytes - 1 };
  }
  const { first, last = sizeBytes - 1 } = asked;
  return first >= sizeBytes ? 'unsatisfiable' : { first, last: Math.min(last, sizeBytes - 1) };
}

/** The same check in SQL: true while the range is within this many bytes. */
export function isSatisfiable(asked: AskedRange, sizeBytes: Expression<number>): Expression<SqlBool> {
  return 'suffix' in asked
    ? sql<SqlBool>`min(${asked.suffix}, ${sizeBytes}) > 0`
    : sql<SqlBool>`${asked.first} < ${sizeBytes}`;
}

/** Parses digits as a number, capped at the largest safe integer. */
function toCount(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}
