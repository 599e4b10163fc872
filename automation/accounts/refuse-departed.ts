import { accountStates } from '../../schema/factory/account-states.ts';
import type { OperationKindDefinition } from '../../schema/factory/operation-kinds.ts';
import type { ReportClient } from '../progress/report-client.ts';
import { readAccountStatus } from './account-status.ts';
import type { Stage } from './stage.ts';

/**
 * Makes stages fail before they begin when the account is leaving, or has left, since the operation was asked for: a
 * late one would make resources again that nothing refers to. Stages of a kind for leaving stay as they are.
 */
export function refuseDeparted(
  reports: ReportClient,
  { isForLeaving }: OperationKindDefinition,
  stages: readonly Stage[],
): readonly Stage[] {
  if (isForLeaving) return stages;
  return stages.map((stage) => ({
    name: stage.name,
    async run(context) {
      const answer = await readAccountStatus(reports, context.request);
      if (answer.kind === 'unknown') return { kind: 'failed', failure: answer.failure };
      const { status } = answer;
      if (!accountStates[status].isLeaving) return stage.run(context);
      const { slug } = context.request.account;
      return { kind: 'failed', failure: { kind: 'account_departed', slug, status } };
    },
  }));
}
