import { MAINTENANCE_HEADER } from '../../http/request/maintenance-header.ts';
import { queries } from '../database/queries.ts';

/** How long an isolate remembers that an account is due soon, in milliseconds. */
const MEMORY_MS = 30_000;
const ACCOUNTS_MAX = 1_000;

// A busy account asks with every response; once per period is enough.
const notedAtMs = new Map<string, number>();

/**
 * Brings the due time of an account forward when its response asks for maintenance. An account cannot reach the
 * platform by itself, so it asks in a header of a response that the platform passes on.
 */
export async function markDue(
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
