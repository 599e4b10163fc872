import { createDeployStage } from './deploy-stage.ts';
import { createReadyStage } from './ready-stage.ts';
import type { CreateStages } from './stage-tools.ts';

/** One `pulumi up` creates the whole account; then the account must respond. */
export const createStages: CreateStages = (tools) => [createDeployStage(tools), createReadyStage(tools)];
