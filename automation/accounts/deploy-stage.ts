import { deployStack } from '../../engine/recovery/deploy-stack.ts';
import { physicalName } from '../../schema/factory/names.ts';
import { recordResourceSteps } from '../progress/resource-steps.ts';
import { toStackSettings } from './stack-settings.ts';
import type { Stage } from './stage.ts';
import type { StageTools } from './stage-tools.ts';

/** The stage that brings the account's stack up to date, or makes it. */
export function createDeployStage(tools: StageTools): Stage {
  return {
    name: 'deploy',
    async run({ request, timeline, changed }) {
      const { id } = request.account;
      const outcome = await deployStack(tools, {
        stack: id,
        names: { physicalName: physicalName(id) },
        operationId: request.operationId,
        writeSettings: (adoption) => tools.stackFiles.writeAccount(id, toStackSettings(request), adoption),
        onEvent: recordResourceSteps(timeline, changed, tools.nowMs),
      });
      return outcome.kind === 'succeeded' ? { kind: 'succeeded' } : outcome;
    },
  };
}
