import { sealEventsTask } from '../audit/seal-events-task.ts';
import { createDocumentSweep } from '../documents/sweep-documents.ts';
import { forgetIdempotencyKeysTask } from '../limits/forget-idempotency-keys.ts';
import { erasureTask, importTask, retentionTask } from '../privacy/privacy-tasks.ts';
import { fillSearchIndexTask } from '../search/fill-index-task.ts';
import type { MaintenanceTask } from './maintenance-task.ts';

/** Everything that an account does without being asked, in this order. */
export const maintenanceTasks: readonly MaintenanceTask[] = [
  sealEventsTask,
  fillSearchIndexTask,
  createDocumentSweep(),
  importTask,
  erasureTask,
  retentionTask,
  forgetIdempotencyKeysTask,
];
