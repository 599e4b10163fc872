import { type CompiledQuery, sql } from 'kysely';
import { createQueryBuilder } from '../database/query-builder.ts';
import { isRefusal, type Refusal } from '../problems/refusal.ts';
import type { ApiRouter } from './api.ts';

const PING = sql`select 1`.compile(createQueryBuilder());

/** What a Worker needs to be ready, in addition to a database that answers. */
export interface Readiness {
  /** Finds a row while the Worker is ready. */
  readonly query: CompiledQuery;
  readonly otherwise: Refusal;
}

/**
 * Adds `/livez` (the Worker runs) and `/readyz` (its database responds too; 503 if it does not).
 *
 * @param release The bundle that serves the request, so that a rollout can be watched.
 * @param readiness A further condition, checked by `/readyz` in the same round trip. Default: none.
 */
export function addHealthRoutes<Bindings>(
  router: ApiRouter<Bindings>,
  release: (bindings: Bindings) => string,
  readiness?: Readiness,
): void {
  router.get('/livez', (_request, { bindings }) =>
    Response.json({ status: 'ok', release: release(bindings) }),
  );
  router.get('/readyz', async (_request, { bindings, database }) => {
    const rows = await database.batch([readiness?.query ?? PING]);
    if (isRefusal(rows)) return rows;
    if (readiness !== undefined && rows[0].length === 0) return readiness.otherwise;
    return Response.json({ status: 'ok', release: release(bindings) });
  });
}
