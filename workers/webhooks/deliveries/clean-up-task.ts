import { sql } from 'kysely';
import { idsFrom } from '../../../schema/model/ids.ts';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import { rowsBuilder } from '../../http/collection/rows.ts';
import type { MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import { runBatch } from '../run-batch.ts';

/** How long deliveries are kept and can be replayed, in milliseconds: 30 days. */
export const DELIVERY_LIFETIME_MS = 30 * 86_400_000;

/** Rows that each statement of one step changes at most. */
const STEP_MAX = 500;

/**
 * Cleans up after webhooks: abandons deliveries that could not be made in time, and deletes old ones, those of deleted
 * endpoints, and expired secrets.
 */
export const webhookCleanUpTask: MaintenanceTask<unknown> = {
  name: 'webhook-clean-up',
  async run({ database, now, deadlineMs }) {
    let done = 0;
    for (;;) {
      const rows = await runBatch(database, stepQueries(now()));
      const counts = rows.slice(0, -2).map(({ length }) => length);
      done += counts.reduce((sum, count) => sum + count, 0);
      const more = counts.includes(STEP_MAX);
      if (!more || now() >= deadlineMs) return { done, more };
    }
  },
};

function stepQueries(nowMs: number) {
  const now = new Date(nowMs).toISOString();
  const givenUp = JSON.stringify({
    status: 'failed',
    nextAttemptAt: null,
    lastError: 'it could not be delivered in time',
    updatedAt: now,
    updatedBy: systemAuthor,
  });
  const oldest = idsFrom('whd', nowMs - DELIVERY_LIFETIME_MS);
  const gone = sql`(select endpoint_id from webhook_progress where is_gone = 1 limit 1)`;
  return [
    // This index holds only pending deliveries, including those of disabled and deleted endpoints.
    sql`update webhook_deliveries set body = json_set(json_patch(body, ${givenUp}), '$.version', version + 1)
      where id in (select id from webhook_deliveries indexed by webhook_deliveries_due
        where status = 'pending' and body ->> '$.expiresAt' <= ${now} limit ${STEP_MAX}) returning id`.compile(
      rowsBuilder,
    ),
    sql`delete from webhook_deliveries where id in (select id from webhook_deliveries
        where id < ${oldest} and status <> 'pending' order by id limit ${STEP_MAX}) returning id`.compile(
      rowsBuilder,
    ),
    sql`delete from webhook_deliveries where id in (select id from webhook_deliveries
        where endpoint_id = ${gone} limit ${STEP_MAX}) returning id`.compile(rowsBuilder),
    sql`delete from webhook_progress where is_gone = 1
      and not exists (select 1 from webhook_deliveries where endpoint_id = webhook_progress.endpoint_id)`.compile(
      rowsBuilder,
    ),
    sql`delete from webhook_secrets where expires_at <= ${nowMs}`.compile(rowsBuilder),
  ] as const;
}
