import type { ApiRouter } from '../../http/api/api.ts';
import type { AccountBindings } from '../bindings.ts';
import { getErasure, postErasure } from './erasure-routes.ts';
import { getRetention, putRetention } from './retention-policies.ts';
import { postRetentionRun } from './retention-routes.ts';
import { exportSubject } from './subject-export.ts';

/** Serves the data protection duties of a firm: subject access, erasure, retention. */
export function addPrivacyRoutes(router: ApiRouter<AccountBindings>): void {
  router.get('/v1/clients/:id/subject-export', ({ params }, context) =>
    exportSubject(context, params.id ?? ''),
  );
  router.post('/v1/clients/:id/erasure', ({ params }, context) => postErasure(context, params.id ?? ''));
  router.get('/v1/clients/:id/erasure', ({ params }, context) => getErasure(context, params.id ?? ''));
  router.get('/v1/retention', (_request, context) => getRetention(context));
  router.put('/v1/retention', (_request, context) => putRetention(context));
  router.post('/v1/retention/runs', (_request, context) => postRetentionRun(context));
}
