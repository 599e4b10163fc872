import type { CompiledQuery } from 'kysely';
import type { BatchRows, Database } from '../http/database/database.ts';
import { isRefusal } from '../http/problems/refusal.ts';

/**
 * Runs a batch of a background task.
 *
 * @throws When D1 refuses it. The task then ends and is retried later.
 */
export async function runBatch<const Queries extends readonly CompiledQuery[]>(
  database: Database,
  queries: Queries,
): Promise<BatchRows<Queries>> {
  const rows = await database.batch(queries);
  if (isRefusal(rows)) throw new Error(`D1 refused a batch: ${rows.error.kind}`);
  return rows;
}
