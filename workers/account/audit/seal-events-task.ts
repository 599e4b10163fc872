import { isRefusal } from '../../http/problems/refusal.ts';
import type { MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import type { AccountBindings } from '../bindings.ts';
import { sealEvents } from './seal-events.ts';

/** Seals events that were not sealed after their request, see `seal-soon.ts`. */
export const sealEventsTask: MaintenanceTask<AccountBindings> = {
  name: 'seal-audit-events',
  run: async ({ database, now, deadlineMs }) => {
    const sealed = await sealEvents(database, now, deadlineMs);
    return isRefusal(sealed)
      ? { done: 0, more: true }
      : { done: sealed.sealedEvents, more: !sealed.isComplete };
  },
};
