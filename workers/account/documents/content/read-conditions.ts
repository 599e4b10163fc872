import { type Expression, type SqlBool, sql } from 'kysely';
import { isRefusal, type Refusal } from '../../../http/problems/refusal.ts';
import {
  type IfMatch,
  parseIfMatch,
  parseIfNoneMatch,
  satisfiesIfMatch,
} from '../../../http/request/etag.ts';
import { type AskedRange, type ByteRange, isSatisfiable, parseRange, resolveRange } from './byte-range.ts';

/** The conditions of a read request (RFC 9110 §13 and §14). */
export interface ReadConditions {
  readonly ifMatch: IfMatch | undefined;
  /** Only used without `If-Match`, in milliseconds. */
  readonly unmodifiedSinceMs: number | undefined;
  readonly ifNoneMatch: IfMatch | undefined;
  /** Only used without `If-None-Match`, in milliseconds. */
  readonly modifiedSinceMs: number | undefined;
  /** Absent for HEAD, which ignores ranges. */
  readonly range: AskedRange | undefined;
  /** The entity tag for which `range` applies. A date never matches, because it is not precise enough. Default any. */
  readonly ifRange: string | undefined;
}

/** The properties of bytes that conditions depend on. */
export interface ConditionedBytes {
  readonly etag: string;
  /** When they were uploaded, in milliseconds. */
  readonly modifiedMs: number;
  readonly sizeBytes: number;
}

/** The result of the conditions: a response without bytes, with a range, or with all bytes. */
export type ReadOutcome = 'failed' | 'not_modified' | 'unsatisfiable' | ByteRange | 'whole';

const SECOND_MS = 1_000;
/** The last instant that sorts correctly as text: later years start with a plus sign. */
const LAST_INSTANT_MS = Date.parse('9999-12-31T23:59:59.999Z');
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Parses the conditions of a request; 400 when `If-Match` is malformed. Invalid dates are ignored, as RFC 9110 requires. */
export function parseReadConditions({ method, headers }: Request): ReadConditions | Refusal {
  const ifMatch = parseIfMatch(headers);
  if (isRefusal(ifMatch)) return ifMatch;
  const hasNoneMatch = headers.has('if-none-match');
  return {
    ifMatch,
    unmodifiedSinceMs: ifMatch === undefined ? parseDate(headers.get('if-unmodified-since')) : undefined,
    ifNoneMatch: hasNoneMatch ? parseIfNoneMatch(headers) : undefined,
    modifiedSinceMs: hasNoneMatch ? undefined : parseDate(headers.get('if-modified-since')),
    range: method === 'HEAD' ? undefined : parseRange(headers.get('range')),
    ifRange: headers.get('if-range')?.trim(),
  };
}

/** Evaluates the conditions in the order of RFC 9110 §13.2.2. */
export function decideRead(asked: ReadConditions, bytes: ConditionedBytes): ReadOutcome {
  const { ifMatch, unmodifiedSinceMs, ifNoneMatch, modifiedSinceMs, range, ifRange } = asked;
  const modifiedMs = Math.floor(bytes.modifiedMs / SECOND_MS) * SECOND_MS;
  if (ifMatch !== undefined && !satisfiesIfMatch(ifMatch, bytes.etag)) return 'failed';
  if (unmodifiedSinceMs !== undefined && modifiedMs > unmodifiedSinceMs) return 'failed';
  if (ifNoneMatch !== undefined && satisfiesIfMatch(ifNoneMatch, bytes.etag)) return 'not_modified';
  if (modifiedSinceMs !== undefined && modifiedMs <= modifiedSinceMs) return 'not_modified';
  if (range === undefined || (ifRange !== undefined && ifRange !== bytes.etag)) return 'whole';
  return resolveRange(range, bytes.sizeBytes);
}

/** The same in SQL, for a version of bytes as `content`: true when all or part of them would be sent. */
export function wouldSend(asked: ReadConditions): Expression<SqlBool> {
  const { ifMatch, unmodifiedSinceMs, ifNoneMatch, modifiedSinceMs, range, ifRange } = asked;
  const etag = sql<string>`('"' || content.sha256 || '"')`;
  const named = (tags: IfMatch): Expression<SqlBool> =>
    tags === '*'
      ? sql<SqlBool>`true`
      : sql<SqlBool>`${etag} in (select value from json_each(${JSON.stringify(tags)}))`;
  const changedAfter = (ms: number) =>
    sql<SqlBool>`content.created_at >= ${new Date(Math.min(ms + SECOND_MS, LAST_INSTANT_MS)).toISOString()}`;
  const conditions: readonly Expression<SqlBool>[] = [
    sql<SqlBool>`true`,
    ...(ifMatch === undefined ? [] : [named(ifMatch)]),
    ...(unmodifiedSinceMs === undefined ? [] : [sql<SqlBool>`not ${changedAfter(unmodifiedSinceMs)}`]),
    ...(ifNoneMatch === undefined ? [] : [sql<SqlBool>`not ${named(ifNoneMatch)}`]),
    ...(modifiedSinceMs === undefined ? [] : [changedAfter(modifiedSinceMs)]),
    ...(range === undefined
      ? []
      : [
          sql<SqlBool>`(${isSatisfiable(range, sql<number>`content.size_bytes`)}
            or ${ifRange ?? null} is not null and ${ifRange ?? null} <> ${etag})`,
        ]),
  ];
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** A `Last-Modified` date, which has a precision of one second. */
export function toHttpDate(milliseconds: number): string {
  return new Date(milliseconds).toUTCString();
}

function parseDate(header: string | null): number | undefined {
  const text = header?.trim() ?? '';
  const milliseconds = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
