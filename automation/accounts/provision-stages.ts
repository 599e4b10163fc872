import { createDeployStage } from './deploy-stage.ts';
import type { CreateStages } from './stage-tools.ts';

/** One `pulumi up` creates the whole account. */
export const createStages: CreateStages = (tools) => [createDeployStage(tools)];
