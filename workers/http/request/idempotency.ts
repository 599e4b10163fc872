import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { limits } from '../../../schema/model/limits.ts';
import { createQueryBuilder } from '../database/query-builder.ts';
import { sha256Hex } from '../encoding/sha256.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';
import { canonicalJson } from './canonical-json.ts';

/** Header of a response that repeats an earlier one. */
export const REPLAYED_HEADER = 'idempotency-replayed';

/** A caller's key for one request, with the hash of everything that a repeat must have in common with it. */
export interface IdempotencyKey {
  readonly key: string;
  /** The caller: keys of different people are independent. */
  readonly subject: string;
  readonly requestHash: string;
  readonly nowMs: number;
}

/** The first response to a request. */
export interface StoredAnswer {
  readonly status: number;
  /** JSON text. */
  readonly body: string;
}

/** The support table, which both tiers have. */
interface IdempotencyTables {
  readonly idempotency_keys: {
    readonly key: string;
    readonly subject: string;
    readonly request_hash: string;
    readonly response_status: number;
    readonly response_body: string;
    readonly created_at: string;
  };
}

/** The columns of `idempotency_keys` that a replay needs. */
export type StoredAnswerRow = Pick<
  IdempotencyTables['idempotency_keys'],
  'request_hash' | 'response_status' | 'response_body'
>;

const builder = createQueryBuilder<IdempotencyTables>();

/**
 * Reads `Idempotency-Key` and binds it to the request.
 *
 * @param body The JSON value of the body, or another text that a repeat must have in common. The order of keys and white
 *   space make no difference.
 * @returns undefined without a key, 400 if it is longer than 255 characters or not printable ASCII.
 */
export async function readIdempotencyKey(
  request: Request,
  body: unknown,
  subject: string,
  nowMs: number,
): Promise<IdempotencyKey | undefined | Refusal> {
  const key = request.headers.get('idempotency-key');
  if (key === null) return undefined;
  if (key.length > limits.idempotencyKeyLengthMax || !/^[\x21-\x7e]+$/.test(key)) {
    return refuse({
      kind: 'invalid_header',
      header: 'idempotency-key',
      detail: 'is not 1 to 255 printable characters',
    });
  }
  const path = new URL(request.url).pathname;
  return {
    key,
    subject,
    nowMs,
    requestHash: await sha256Hex(
      `${request.method}\n${path}\n${typeof body === 'string' ? body : canonicalJson(body)}`,
    ),
  };
}

/** Query for the stored response of a key. */
export function findStoredAnswer(key: IdempotencyKey): CompiledQuery<StoredAnswerRow> {
  return liveRow(key).select(['request_hash', 'response_status', 'response_body']).compile();
}

/** SQL condition that allows a write only on the first use of its key. */
export function isFirstUse(key: IdempotencyKey): Expression<SqlBool> {
  return sql<SqlBool>`not exists ${liveRow(key).select('key')}`;
}

/**
 * SQL for the stored response that a request repeats, as a SELECT of `response_body`.
 *
 * @param written SQL that is true if this request was the first.
 */
export function repeatedAnswer(key: IdempotencyKey, written: Expression<SqlBool>): Expression<unknown> {
  return liveRow(key)
    .select('response_body')
    .where('request_hash', '=', key.requestHash)
    .where(sql<SqlBool>`not ${written}`);
}

/**
 * The stored response for a key that was used before, from the row of `findStoredAnswer()`.
 *
 * @returns undefined when the key is new, 422 when it belongs to another request.
 */
export function toStoredAnswer(
  key: IdempotencyKey,
  row: StoredAnswerRow | undefined,
): StoredAnswer | undefined | Refusal {
  if (row === undefined) return undefined;
  if (row.request_hash !== key.requestHash) return refuse({ kind: 'idempotency_key_reused' });
  return { status: row.response_status, body: row.response_body };
}

/**
 * Queries that store a response, to run in the same batch as the write. They first delete the subject's expired keys, so
 * that the table does not grow and an expired key can be used again.
 *
 * @param body SQL for the JSON text to store.
 * @param condition SQL condition for storing the response. Default: always.
 */
export function storeAnswer(
  key: IdempotencyKey,
  status: number,
  body: Expression<string>,
  condition: Expression<SqlBool> = sql<SqlBool>`true`,
): readonly [CompiledQuery, CompiledQuery] {
  return [
    builder
      .deleteFrom('idempotency_keys')
      .where('subject', '=', key.subject)
      .where('created_at', '<=', expiryLimit(key))
      .compile(),
    sql`insert into idempotency_keys (subject, key, request_hash, response_status, response_body, created_at)
      select ${key.subject}, ${key.key}, ${key.requestHash}, ${status}, ${body}, ${new Date(key.nowMs).toISOString()}
      where ${condition}`.compile(builder),
  ];
}

function liveRow(key: IdempotencyKey) {
  return builder
    .selectFrom('idempotency_keys')
    .where('subject', '=', key.subject)
    .where('key', '=', key.key)
    .where('created_at', '>', expiryLimit(key));
}

function expiryLimit(key: IdempotencyKey): string {
  return new Date(key.nowMs - limits.idempotencyKeyLifetimeMs).toISOString();
}
