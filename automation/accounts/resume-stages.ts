import { operationKinds } from '../../schema/factory/operation-kinds.ts';
import { createReadyStage } from './ready-stage.ts';
import type { CreateStages } from './stage-tools.ts';
import { createStatusStage } from './status-stage.ts';

/** The platform resumes the account when it accepts the operation; the stages check the status, and that the account responds. */
export const createStages: CreateStages = (tools) => [
  createStatusStage(tools, operationKinds.resume.changes.accepted.to),
  createReadyStage(tools),
];
