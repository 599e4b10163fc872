import { createDeployStage } from './deploy-stage.ts';
import { createReadyStage } from './ready-stage.ts';
import type { CreateStages } from './stage-tools.ts';

/**
 * One `pulumi up` deploys the release, and restores the protection that an interrupted offboarding has removed. Then the
 * account must respond.
 */
export const createStages: CreateStages = (tools) => [createDeployStage(tools), createReadyStage(tools)];
