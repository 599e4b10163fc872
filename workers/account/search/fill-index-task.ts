import { isRefusal } from '../../http/problems/refusal.ts';
import type { MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import type { AccountBindings } from '../bindings.ts';
import { fillSearchIndex } from './fill-index.ts';

/** Indexes the rows that a migration or a rebuild added to the backlog. */
export const fillSearchIndexTask: MaintenanceTask<AccountBindings> = {
  name: 'fill-search-index',
  run: async ({ database, now, deadlineMs }) => {
    const filled = await fillSearchIndex(database, now, deadlineMs);
    return isRefusal(filled) ? { done: 0, more: true } : { done: filled.chunks, more: !filled.isComplete };
  },
};
