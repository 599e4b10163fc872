import { limits } from '../../../schema/model/limits.ts';
import { queries } from '../database/queries.ts';
import { messageLedgerSubject } from '../operations/signed-request.ts';

/** How long a signed message is remembered, in milliseconds: twice the age at which its signature is refused anyway. */
const messageMemoryMs = 600_000;

/** Removes what the registry remembers of old requests: answers to idempotent ones, and signed messages. */
export async function forgetExpired(database: D1Database, nowMs: number): Promise<void> {
  const before = (ageMs: number) => new Date(nowMs - ageMs).toISOString();
  const query = queries
    .deleteFrom('idempotency_keys')
    .where((row) =>
      row.or([
        row('created_at', '<=', before(limits.idempotencyKeyLifetimeMs)),
        row.and([
          row('subject', '=', messageLedgerSubject),
          row('created_at', '<=', before(messageMemoryMs)),
        ]),
      ]),
    )
    .compile();
  await database
    .prepare(query.sql)
    .bind(...query.parameters)
    .run();
}
