import type { ApiRouter } from '../../http/api/api.ts';
import type { AccountBindings } from '../bindings.ts';
import { exportRows } from './export-rows.ts';
import { importRows } from './import-rows.ts';

/** Serves imports and exports of whole collections. */
export function addBulkRoutes(router: ApiRouter<AccountBindings>): void {
  router.post('/v1/imports/:collection', ({ params }, context) =>
    importRows(context, params.collection ?? ''),
  );
  router.get('/v1/exports/:collection', ({ params }, context) =>
    exportRows(context, params.collection ?? ''),
  );
}
