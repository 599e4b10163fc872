import type { ApiRouter } from '../../http/api/api.ts';
import type { AccountBindings } from '../bindings.ts';
import { getCase } from './get-case.ts';
import { listTasks } from './list-tasks.ts';

/** What cases have besides a collection's routes, and instead of one of them. */
export function addCaseRoutes(router: ApiRouter<AccountBindings>): void {
  router.get('/v1/cases/:id/tasks', ({ params }, context) => listTasks(context, params.id ?? ''));
  // Before the collection's own, which knows no `expand`.
  router.get('/v1/cases/:id', ({ params }, context) => getCase(context, params.id ?? ''));
}
