import type { ApiRouter } from '../../http/api/api.ts';
import { patchRow, replaceRow } from '../../http/collection/update-row.ts';
import type { AccountBindings } from '../bindings.ts';
import { listDeliveries, replayDelivery, sendTest } from './delivery-routes.ts';
import { createEndpoint, replaySince, rotateSecret } from './endpoint-routes.ts';
import { endpointCollection } from './endpoint-rules.ts';

/**
 * Adds what callers do with webhooks. Stands before the collections, whose writes know no rules of
 * the deployment.
 */
export function addWebhookRoutes(router: ApiRouter<AccountBindings>): void {
  const path = '/v1/webhook-endpoints';
  router.post(path, (_request, context) => createEndpoint(context));
  router.put(`${path}/:id`, ({ params }, context) =>
    replaceRow(endpointCollection(context.bindings), context, params.id ?? ''),
  );
  router.patch(`${path}/:id`, ({ params }, context) =>
    patchRow(endpointCollection(context.bindings), context, params.id ?? ''),
  );
  router.post(`${path}/:id/secret-rotations`, ({ params }, context) =>
    rotateSecret(context, params.id ?? ''),
  );
  router.post(`${path}/:id/tests`, ({ params }, context) => sendTest(context, params.id ?? ''));
  router.post(`${path}/:id/replays`, ({ params }, context) => replaySince(context, params.id ?? ''));
  router.get(`${path}/:id/deliveries`, ({ params }, context) => listDeliveries(context, params.id ?? ''));
  router.post(`${path}/:id/deliveries/:deliveryId/replays`, ({ params }, context) =>
    replayDelivery(context, params.id ?? '', params.deliveryId ?? ''),
  );
}
