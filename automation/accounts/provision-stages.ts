import { createDeployStage } from './deploy-stage.ts';
import { createReadyStage } from './ready-stage.ts';
import type { CreateStages } from './stage-tools.ts';

/** One `pulumi up` makes the whole account, which then answers. */
export const createStages: CreateStages = (tools) => [createDeployStage(tools), createReadyStage(tools)];
