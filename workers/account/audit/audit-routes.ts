import type { ApiRouter } from '../../http/api/api.ts';
import type { AccountBindings } from '../bindings.ts';
import { postSeals } from './seal-now.ts';
import { getVerification } from './verification.ts';

/** The routes of the audit trail besides those of its collection; they come first, since an id could be any word. */
export function addAuditRoutes(router: ApiRouter<AccountBindings>, now: () => number): void {
  router.get('/v1/audit-events/verification', (_request, context) => getVerification(context));
  router.post('/v1/audit-events/seals', (_request, context) => postSeals(context, now));
}
