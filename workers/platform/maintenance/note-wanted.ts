import { MAINTENANCE_HEADER } from '../../http/request/maintenance-header.ts';
import { queries } from '../database/queries.ts';

/** How long an isolate remembers that an account is to be called soon, in milliseconds. */
const MEMORY_MS = 30_000;
const ACCOUNTS_MAX = 1_000;

// An account that is busy asks with every answer; once in a while is enough.
const notedAtMs = new Map<string, number>();

/**
 * Takes the account's wish to be called soon off an answer that is passed on, and brings its due time forward. An
 * account that has slept since its last call says so in this way, since it cannot reach the platform by itself.
 */
export async function noteWanted(
  headers: Headers,
  accountId: string,
  database: D1Database,
  nowMs: number,
): Promise<void> {
  const seconds = Number(headers.get(MAINTENANCE_HEADER) ?? Number.NaN);
  if (!Number.isInteger(seconds) || seconds < 0) return;
  if (nowMs - (notedAtMs.get(accountId) ?? 0) < MEMORY_MS) return;
  if (notedAtMs.size >= ACCOUNTS_MAX) notedAtMs.clear();
  notedAtMs.set(accountId, nowMs);
  const dueAtMs = nowMs + seconds * 1000;
  const { sql: text, parameters } = queries
    .updateTable('account_maintenance')
    .set({ due_at: dueAtMs })
    .where('account_id', '=', accountId)
    .where('due_at', '>', dueAtMs)
    .compile();
  await database
    .prepare(text)
    .bind(...parameters)
    .run();
}
