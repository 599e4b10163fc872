import { accountStates } from '../../schema/factory/account-states.ts';
import type { OperationKindDefinition } from '../../schema/factory/operation-kinds.ts';
import type { Stage } from './stage.ts';

/**
 * Makes stages fail before they begin when the account is offboarding or offboarded since the operation was requested:
 * a late stage would create resources that no record refers to. Stages of an offboarding are not changed.
 */
export function refuseDeparted(
  { isForLeaving }: OperationKindDefinition,
  stages: readonly Stage[],
): readonly Stage[] {
  if (isForLeaving) return stages;
  return stages.map((stage) => ({
    name: stage.name,
    async run(context) {
      const { accountStatus: status, request } = context;
      if (!accountStates[status].isLeaving) return stage.run(context);
      return {
        kind: 'failed',
        failure: { kind: 'account_departed', slug: request.account.slug, status },
      };
    },
  }));
}
