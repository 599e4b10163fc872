import { accountTables } from '../../schema/account/tables.ts';
import { accountAudience } from '../../schema/factory/bindings.ts';
import { type Api, createApi } from '../http/api/api.ts';
import { addDocsRoutes } from '../http/api/docs-routes.ts';
import { addHealthRoutes } from '../http/api/health.ts';
import { getPlatformAsset } from '../http/docs/platform-asset.ts';
import { notSetUp } from '../http/problems/account-problems.ts';
import { forwardedPrefix } from '../http/request/forwarded-prefix.ts';
import { honoursRowConditions } from '../http/request/write-conditions.ts';
import { addWebhookRoutes } from '../webhooks/api/webhook-routes.ts';
import { addAuditRoutes } from './audit/audit-routes.ts';
import { sealSoon } from './audit/seal-soon.ts';
import type { AccountBindings } from './bindings.ts';
import { addBulkRoutes } from './bulk/bulk-routes.ts';
import { addCaseRoutes } from './cases/case-routes.ts';
import { addClientRoutes } from './clients/client-routes.ts';
import { addCollections } from './collections/collections.ts';
import { addDocumentRoutes } from './documents/document-routes.ts';
import { getMe } from './identity/me.ts';
import { requireStanding } from './lifecycle/standing-gate.ts';
import { addStandingRoutes } from './lifecycle/standing-routes.ts';
import { selectStanding } from './lifecycle/standing-row.ts';
import { followWrites } from './maintenance/follow-writes.ts';
import { postMaintenance } from './maintenance/maintenance-route.ts';
import { maintenanceTasks } from './maintenance/tasks.ts';
import openApi from './openapi/openapi.json?raw';
import { addPrivacyRoutes } from './privacy/privacy-routes.ts';
import { rebuildIndex } from './search/rebuild-index.ts';
import { search } from './search/search.ts';
import { accountWebhooks } from './webhooks/account-webhooks.ts';

/**
 * Builds the API of one account.
 *
 * @param now The clock, in milliseconds. Default `Date.now`.
 * @param timeoutMs See `startTimeLimit()`.
 */
export function createAccountApi(now: () => number = Date.now, timeoutMs?: number): Api<AccountBindings> {
  const api = createApi<AccountBindings>({
    database: (bindings) => bindings.DB,
    bookmarkScope: (bindings) => accountAudience(bindings.ACCOUNT_ID),
    before: requireStanding,
    honoursConditions: (method, path) =>
      honoursRowConditions(method, path) ||
      path === '/v1/retention' ||
      DOCUMENT_WRITES.test(`${method} ${path}`),
    toField,
    prefix: forwardedPrefix,
    now,
    timeoutMs,
    routes: (router) => {
      addHealthRoutes(router, (bindings) => bindings.RELEASE, {
        query: selectStanding,
        otherwise: notSetUp,
      });
      addDocsRoutes(router, 'Freehold account API', openApi);
      router.get('/docs-assets/:version/:file', ({ params }, { bindings, traceparent }) => {
        const { version = '', file = '' } = params;
        return getPlatformAsset({ zone: bindings.ZONE, version, file, traceparent });
      });
      router.get('/v1/me', (_request, context) => getMe(context));
      addClientRoutes(router);
      addCaseRoutes(router);
      addDocumentRoutes(router);
      addBulkRoutes(router);
      addPrivacyRoutes(router);
      router.get('/v1/search', (_request, context) => search(context));
      router.post('/v1/search/rebuild', (_request, context) => rebuildIndex(context, now));
      addWebhookRoutes(router, accountWebhooks);
      addAuditRoutes(router, now);
      addCollections(router);
      addStandingRoutes(router);
      router.post('/internal/v1/maintenance', (_request, context) => postMaintenance(context, now));
    },
  });
  return { ...api, fetch: sealSoon(followWrites(api.fetch, maintenanceTasks, now), now) };
}

/** Writes of a document's bytes that evaluate conditions: the content, a version, the start and the end of an upload. */
const DOCUMENT_WRITES =
  /^(?:PUT \/v1\/documents\/[^/]+\/content|DELETE \/v1\/documents\/[^/]+\/versions\/[^/]+|POST \/v1\/documents\/[^/]+\/uploads(?:\/[^/]+\/completion)?)$/;

/** The name of a column in the API. */
function toField(table: string, column: string): string {
  const model = accountTables.find(({ name }) => name === table);
  return model?.columns.find(({ name }) => name === column)?.path ?? column;
}
