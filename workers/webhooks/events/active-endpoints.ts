import { sql } from 'kysely';
import { rowsBuilder } from '../../http/collection/rows.ts';
import type { Database } from '../../http/database/database.ts';
import { runBatch } from '../run-batch.ts';

/** An enabled endpoint with everything that sending needs. */
export interface ActiveEndpoint {
  readonly id: string;
  readonly url: string;
  readonly eventTypes: readonly string[];
  readonly secrets: readonly string[];
  /** Position of the last event that has become a delivery, if the endpoint asks for it. */
  readonly position: number;
  /** Consecutive failed attempts. */
  readonly failures: number;
  /** Nothing is sent before this time, in milliseconds. */
  readonly pausedUntilMs: number;
}

/** Query that finds a row if any endpoint is enabled. */
export const anyEndpoint = sql<{ id: string }>`select id from webhook_endpoints
  where status = 'enabled' limit 1`.compile(rowsBuilder);

/** Reads the enabled endpoints, oldest first. */
export async function readActiveEndpoints(
  database: Database,
  nowMs: number,
): Promise<readonly ActiveEndpoint[]> {
  const query = sql<{
    id: string;
    body: string;
    position: number;
    failures: number;
    paused_until: number;
    secrets: string;
  }>`select endpoint.id, endpoint.body, progress.position, progress.failures, progress.paused_until,
      (select json_group_array(secret) from (
        select secret from webhook_secrets where endpoint_id = endpoint.id
          and (expires_at is null or expires_at > ${nowMs}) order by created_at desc)) as secrets
    from webhook_endpoints as endpoint
    join webhook_progress as progress on progress.endpoint_id = endpoint.id
    where endpoint.status = 'enabled' order by endpoint.id`.compile(rowsBuilder);
  const [rows] = await runBatch(database, [query]);
  return rows.map((row) => {
    const { url, eventTypes } = JSON.parse(row.body) as Pick<ActiveEndpoint, 'url' | 'eventTypes'>;
    return {
      id: row.id,
      url,
      eventTypes,
      secrets: JSON.parse(row.secrets) as readonly string[],
      position: row.position,
      failures: row.failures,
      pausedUntilMs: row.paused_until,
    };
  });
}
