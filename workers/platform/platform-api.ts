import { type OperationKinds, operationKinds } from '../../schema/factory/operation-kinds.ts';
import { createApi } from '../http/api/api.ts';
import { addDocsRoutes } from '../http/api/docs-routes.ts';
import { addHealthRoutes } from '../http/api/health.ts';
import { addWebhookRoutes } from '../webhooks/api/webhook-routes.ts';
import { endRegistration, readRegistration, registerAccount } from './accounts/registration.ts';
import { listAccountOperations, listAccounts, listOperations } from './accounts/registry-lists.ts';
import { readAccount, readOperation } from './accounts/registry-reads.ts';
import { signUp } from './accounts/sign-up.ts';
import type { PlatformBindings } from './bindings.ts';
import { getDocsAsset } from './docs/docs-assets.ts';
import { addPlatformCollections } from './marketplace/platform-collections.ts';
import openApi from './openapi/openapi.json?raw';
import { readStoredOperation, reportOperation } from './operations/internal-operations.ts';
import { operationEvents } from './operations/operation-events.ts';
import { startOperation } from './operations/start-operation.ts';
import { listReleases, readRelease, reportRelease } from './releases/releases.ts';
import { platformWebhooks } from './webhooks/platform-webhooks.ts';

/**
 * The platform's own API. `platform-worker.ts` forwards all other requests to the accounts.
 *
 * @param kinds What the factory knows of each kind of operation. Default: its own table.
 */
export function createPlatformApi(kinds: OperationKinds = operationKinds) {
  return createApi<PlatformBindings>({
    database: (bindings) => bindings.DB,
    bookmarkScope: (bindings) => bindings.AUDIENCE,
    routes(router) {
      addHealthRoutes(router, (bindings) => bindings.RELEASE);
      addDocsRoutes(router, 'Freehold platform API', openApi);
      router.get('/docs-assets/:version/:file', ({ params }, { request }) =>
        getDocsAsset(request, params.version ?? '', params.file ?? ''),
      );

      router.get('/v1/accounts', (_request, context) => listAccounts(context));
      router.post('/v1/accounts', (_request, context) => signUp(context));
      router.get('/v1/accounts/:account', ({ params }, context) =>
        readAccount(context, params.account ?? ''),
      );
      router.get('/v1/accounts/:account/operations', ({ params }, context) =>
        listAccountOperations(context, params.account ?? ''),
      );
      router.post('/v1/accounts/:account/operations', ({ params }, context) =>
        startOperation(context, params.account ?? '', kinds),
      );

      router.get('/v1/operations', (_request, context) => listOperations(context));
      router.get('/v1/operations/:id', ({ params }, context) => readOperation(context, params.id ?? ''));
      router.get('/v1/operations/:id/events', ({ params }, context) =>
        operationEvents(context, params.id ?? ''),
      );

      router.get('/v1/releases', (_request, context) => listReleases(context));
      router.get('/v1/releases/:name', ({ params }, context) => readRelease(context, params.name ?? ''));

      // Before the collections, whose writes do not check the deployment's target rules.
      addWebhookRoutes(router, platformWebhooks);
      addPlatformCollections(router);

      // Signed by the factory; without a person's token.
      router.get('/internal/v1/operations/:id', ({ params }, context) =>
        readStoredOperation(context, params.id ?? ''),
      );
      router.put('/internal/v1/operations/:id', ({ params }, context) =>
        reportOperation(context, params.id ?? '', kinds),
      );
      router.get('/internal/v1/accounts/:id/registration', ({ params }, context) =>
        readRegistration(context, params.id ?? ''),
      );
      router.put('/internal/v1/accounts/:id/registration', ({ params }, context) =>
        registerAccount(context, params.id ?? ''),
      );
      router.delete('/internal/v1/accounts/:id/registration', ({ params }, context) =>
        endRegistration(context, params.id ?? ''),
      );
      router.put('/internal/v1/releases/:name', ({ params }, context) =>
        reportRelease(context, params.name ?? ''),
      );
    },
  });
}
