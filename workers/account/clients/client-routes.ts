import type { ApiRouter } from '../../http/api/api.ts';
import type { AccountBindings } from '../bindings.ts';
import { getHousehold } from './household.ts';

/** Routes of clients in addition to the collection's. */
export function addClientRoutes(router: ApiRouter<AccountBindings>): void {
  router.get('/v1/clients/:id/household', ({ params }, context) => getHousehold(context, params.id ?? ''));
}
