import type { ApiRouter } from '../../http/api/api.ts';
import { patchRow, replaceRow } from '../../http/collection/update-row.ts';
import type { WebhookBindings, WebhookSetup } from '../webhook-setup.ts';
import { listDeliveries, replayDelivery, sendTest } from './delivery-routes.ts';
import { createEndpoint, replaySince, rotateSecret } from './endpoint-routes.ts';
import { endpointCollection } from './endpoint-rules.ts';

/**
 * Adds the routes of webhooks. They must be added before the collections, whose writes do not check the target rules of
 * the deployment.
 */
export function addWebhookRoutes<Bindings extends WebhookBindings>(
  router: ApiRouter<Bindings>,
  setup: WebhookSetup<Bindings>,
): void {
  const path = '/v1/webhook-endpoints';
  router.post(path, (_request, context) => createEndpoint(setup, context));
  router.put(`${path}/:id`, ({ params }, context) =>
    replaceRow(endpointCollection(setup, context.bindings), context, params.id ?? ''),
  );
  router.patch(`${path}/:id`, ({ params }, context) =>
    patchRow(endpointCollection(setup, context.bindings), context, params.id ?? ''),
  );
  router.post(`${path}/:id/secret-rotations`, ({ params }, context) =>
    rotateSecret(setup, context, params.id ?? ''),
  );
  router.post(`${path}/:id/tests`, ({ params }, context) => sendTest(setup, context, params.id ?? ''));
  router.post(`${path}/:id/replays`, ({ params }, context) => replaySince(setup, context, params.id ?? ''));
  router.get(`${path}/:id/deliveries`, ({ params }, context) =>
    listDeliveries(setup, context, params.id ?? ''),
  );
  router.post(`${path}/:id/deliveries/:deliveryId/replays`, ({ params }, context) =>
    replayDelivery(setup, context, params.id ?? '', params.deliveryId ?? ''),
  );
}
