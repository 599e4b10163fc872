import { sql } from 'kysely';
import { limits } from '../../../schema/model/limits.ts';
import { isRefusal } from '../../http/problems/refusal.ts';
import { accountBuilder } from '../database/account-builder.ts';
import type { MaintenanceTask } from '../maintenance/maintenance-task.ts';

/** Keys that one transaction removes. */
const KEYS_MAX = 500;

/** How long keys stay beyond their life before they are swept: one round for many is enough. */
const REST_MS = 3_600_000;

/**
 * Removes the answers that no Idempotency-Key can ask for any more, of everybody. A person's next create with a key
 * removes their own as well; this is for those who do not come back, since answers hold personal data.
 */
export const forgetIdempotencyKeysTask: MaintenanceTask = {
  name: 'forget-idempotency-keys',
  run: async ({ database, nowMs, now, deadlineMs }) => {
    const expired = new Date(nowMs - limits.idempotencyKeyLifetimeMs).toISOString();
    // Old ones first, by the index on the time, so that a run that is cut off leaves the youngest.
    const forget = sql<{ key: string }>`delete from idempotency_keys where rowid in (
      select rowid from idempotency_keys where created_at <= ${expired} order by created_at limit ${KEYS_MAX})
      returning key`.compile(accountBuilder);
    const oldest = sql<{ created_at: string }>`select created_at from idempotency_keys
      order by created_at limit 1`.compile(accountBuilder);
    let done = 0;
    do {
      const found = await database.batch([forget, oldest]);
      if (isRefusal(found)) return { done, more: true };
      const [forgotten, [next]] = found;
      done += forgotten.length;
      if (forgotten.length < KEYS_MAX) {
        return next === undefined
          ? { done, more: false }
          : {
              done,
              more: false,
              nextAtMs: Date.parse(next.created_at) + limits.idempotencyKeyLifetimeMs + REST_MS,
            };
      }
    } while (now() < deadlineMs);
    return { done, more: true };
  },
};
