import { operationKinds } from '../../schema/factory/operation-kinds.ts';
import { createReadyStage } from './ready-stage.ts';
import type { CreateStages } from './stage-tools.ts';
import { createStatusStage } from './status-stage.ts';

/** The platform resumes the account when it accepts the operation; what is left is to see that it has, and that the account answers. */
export const createStages: CreateStages = (tools) => [
  createStatusStage(tools, operationKinds.resume.changes.accepted.to),
  createReadyStage(tools),
];
