import type { ApiRouter } from '../../http/api/api.ts';
import type { AccountBindings } from '../bindings.ts';
import { postSeals } from './seal-now.ts';
import { getVerification } from './verification.ts';

/** Routes of the audit trail in addition to the collection's. They come first, because the collection matches any id. */
export function addAuditRoutes(router: ApiRouter<AccountBindings>, now: () => number): void {
  router.get('/v1/audit-events/verification', (_request, context) => getVerification(context));
  router.post('/v1/audit-events/seals', (_request, context) => postSeals(context, now));
}
