import type { AccountStatus } from '../../schema/factory/account-states.ts';
import { runAsStep } from './run-as-step.ts';
import type { Stage } from './stage.ts';
import type { StageTools } from './stage-tools.ts';

/**
 * The stage of an operation that takes effect when the platform accepts it: it succeeds when the account has the
 * status, and fails when a later operation has changed the status again.
 */
export function createStatusStage({ nowMs }: Pick<StageTools, 'nowMs'>, expected: AccountStatus): Stage {
  return {
    name: 'status',
    run: (context) =>
      runAsStep(context, 'status', nowMs, async () => {
        const { accountStatus: status } = context;
        if (status === expected) return { kind: 'succeeded', detail: status };
        const { slug } = context.request.account;
        return { kind: 'failed', failure: { kind: 'overtaken', slug, status, expected } };
      }),
  };
}
