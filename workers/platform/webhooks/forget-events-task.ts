import { sql } from 'kysely';
import { rowsBuilder } from '../../http/collection/rows.ts';
import type { MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import { DELIVERY_LIFETIME_MS } from '../../webhooks/deliveries/clean-up-task.ts';
import { runBatch } from '../../webhooks/run-batch.ts';

/** Maximum number of events that one statement deletes. */
const STEP_MAX = 500;

/** Deletes the events that can no longer be replayed, except the newest, whose position must not be used again. */
export const forgetEventsTask: MaintenanceTask<unknown> = {
  name: 'webhook-events',
  async run({ database, now, deadlineMs }) {
    for (let done = 0; ; ) {
      const before = new Date(now() - DELIVERY_LIFETIME_MS).toISOString();
      const [removed] = await runBatch(database, [
        sql`delete from webhook_events where position in (select position from webhook_events
            where occurred_at < ${before} and position < (select max(position) from webhook_events)
            order by occurred_at limit ${STEP_MAX}) returning position`.compile(rowsBuilder),
      ]);
      done += removed.length;
      const more = removed.length === STEP_MAX;
      if (!more || now() >= deadlineMs) return { done, more };
    }
  },
};
