import type { MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import { webhookCleanUpTask } from '../../webhooks/deliveries/clean-up-task.ts';
import { createWebhookTask } from '../../webhooks/sending/webhook-task.ts';
import { sealEventsTask } from '../audit/seal-events-task.ts';
import type { AccountBindings } from '../bindings.ts';
import { createDocumentSweep } from '../documents/sweep-documents.ts';
import { forgetIdempotencyKeysTask } from '../limits/forget-idempotency-keys.ts';
import { erasureTask, importTask, retentionTask } from '../privacy/privacy-tasks.ts';
import { fillSearchIndexTask } from '../search/fill-index-task.ts';
import { foldRowsTask } from '../search/fold-rows-task.ts';
import { accountWebhooks } from '../webhooks/account-webhooks.ts';

/** All background tasks of an account, in order. */
export const maintenanceTasks: readonly MaintenanceTask<AccountBindings>[] = [
  sealEventsTask,
  foldRowsTask,
  fillSearchIndexTask,
  forgetIdempotencyKeysTask,
  createDocumentSweep(),
  importTask,
  erasureTask,
  retentionTask,
  webhookCleanUpTask,
  // Last, so that it gets the time that the others leave.
  createWebhookTask(accountWebhooks),
];
