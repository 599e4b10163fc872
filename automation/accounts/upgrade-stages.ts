import { createDeployStage } from './deploy-stage.ts';
import { createReadyStage } from './ready-stage.ts';
import type { CreateStages } from './stage-tools.ts';

/** One `pulumi up` brings the account to the current release, and protects again what an offboarding has freed. The account answers afterwards. */
export const createStages: CreateStages = (tools) => [createDeployStage(tools), createReadyStage(tools)];
