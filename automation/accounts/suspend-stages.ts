import { operationKinds } from '../../schema/factory/operation-kinds.ts';
import type { CreateStages } from './stage-tools.ts';
import { createStatusStage } from './status-stage.ts';

/** The platform suspends the account when it accepts the operation; the stage only checks the status. */
export const createStages: CreateStages = (tools) => [
  createStatusStage(tools, operationKinds.suspend.changes.accepted.to),
];
