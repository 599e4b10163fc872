import { createDeployStage } from './deploy-stage.ts';
import type { CreateStages } from './stage-tools.ts';

/**
 * One `pulumi up` deploys the current release, and restores the protection that an interrupted offboarding has removed.
 */
export const createStages: CreateStages = (tools) => [createDeployStage(tools)];
