import { createDeployStage } from './deploy-stage.ts';
import type { CreateStages } from './stage-tools.ts';

/** One `pulumi up` brings the account to the current release, and protects again what an offboarding has freed. */
export const createStages: CreateStages = (tools) => [createDeployStage(tools)];
