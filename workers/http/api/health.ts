import { sql } from 'kysely';
import { createQueryBuilder } from '../database/query-builder.ts';
import { isRefusal } from '../problems/refusal.ts';
import type { ApiRouter } from './api.ts';

const PING = sql`select 1`.compile(createQueryBuilder());

/**
 * Adds `/livez` (the Worker runs) and `/readyz` (its database responds too; 503 if it does not).
 *
 * @param release The bundle that serves the request, so that a rollout can be watched.
 */
export function addHealthRoutes<Bindings>(
  router: ApiRouter<Bindings>,
  release: (bindings: Bindings) => string,
): void {
  router.get('/livez', (_request, { bindings }) =>
    Response.json({ status: 'ok', release: release(bindings) }),
  );
  router.get('/readyz', async (_request, { bindings, database }) => {
    const rows = await database.batch([PING]);
    return isRefusal(rows) ? rows : Response.json({ status: 'ok', release: release(bindings) });
  });
}
