import { limits } from '../../../schema/model/limits.ts';
import { queries } from '../database/queries.ts';

/** Deletes expired records of requests: stored responses of idempotency keys, and signed messages. */
export async function forgetExpired(database: D1Database, nowMs: number): Promise<void> {
  const query = queries
    .deleteFrom('idempotency_keys')
    .where('created_at', '<=', new Date(nowMs - limits.idempotencyKeyLifetimeMs).toISOString())
    .compile();
  await database
    .prepare(query.sql)
    .bind(...query.parameters)
    .run();
}
