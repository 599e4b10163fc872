import { sql } from 'kysely';
import { limits } from '../../../schema/model/limits.ts';
import { isRefusal } from '../../http/problems/refusal.ts';
import type { MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import type { AccountBindings } from '../bindings.ts';
import { accountBuilder } from '../database/account-builder.ts';

/** Keys removed per transaction. */
const KEYS_MAX = 500;

/** How long expired keys stay before they are swept, so that one run removes many. */
const REST_MS = 3_600_000;

/**
 * Removes the stored responses of all expired Idempotency-Keys. A caller's next create with a key removes their own as
 * well; this task covers callers who do not return, because stored responses hold personal data.
 */
export const forgetIdempotencyKeysTask: MaintenanceTask<AccountBindings> = {
  name: 'forget-idempotency-keys',
  run: async ({ database, nowMs, now, deadlineMs }) => {
    const expired = new Date(nowMs - limits.idempotencyKeyLifetimeMs).toISOString();
    // Oldest first, by the index on the time, so that an interrupted run leaves the youngest.
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
