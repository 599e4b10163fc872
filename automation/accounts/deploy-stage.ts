import { deployStack } from '../../engine/recovery/deploy-stack.ts';
import { physicalName } from '../../schema/factory/names.ts';
import { recordResourceSteps } from '../progress/resource-steps.ts';
import { findRelease } from '../releases/find-release.ts';
import { toStackSettings } from './stack-settings.ts';
import type { Stage } from './stage.ts';
import type { StageTools } from './stage-tools.ts';

/**
 * The stage that deploys the account's stack with the requested release, by default the current one; creates the stack
 * if needed.
 */
export function createDeployStage(tools: StageTools): Stage {
  return {
    name: 'deploy',
    async run({ request, timeline, changed }) {
      const { id } = request.account;
      const found = await findRelease(tools.releases, request.input.release);
      if (found.kind !== 'found') return { kind: 'failed', failure: found };
      const outcome = await deployStack(tools, {
        stack: id,
        names: { physicalName: physicalName(id) },
        operationId: request.operationId,
        writeSettings: (adoption) =>
          tools.stackFiles.writeAccount(id, toStackSettings(request), found.name, adoption),
        onEvent: recordResourceSteps(timeline, changed, tools.nowMs),
      });
      return outcome.kind === 'succeeded' ? { kind: 'succeeded' } : outcome;
    },
  };
}
