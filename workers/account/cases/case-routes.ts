import type { ApiRouter } from '../../http/api/api.ts';
import type { AccountBindings } from '../bindings.ts';
import { getCase } from './get-case.ts';
import { listTasks } from './list-tasks.ts';

/** Routes of cases in addition to the collection's, one of which they replace. */
export function addCaseRoutes(router: ApiRouter<AccountBindings>): void {
  router.get('/v1/cases/:id/tasks', ({ params }, context) => listTasks(context, params.id ?? ''));
  // Registered before the collection's own route, which does not support `expand`.
  router.get('/v1/cases/:id', ({ params }, context) => getCase(context, params.id ?? ''));
}
