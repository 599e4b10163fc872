import type { AccountStatus } from '../../schema/factory/account-states.ts';
import type { OperationRequest } from '../../schema/factory/operation-messages.ts';
import type { ReportClient } from '../progress/report-client.ts';
import type { OperationFailure } from './operation-failure.ts';

/** The status that the account of an operation has now, or why the platform does not say it. */
export type AccountStatusAnswer =
  | { readonly kind: 'known'; readonly status: AccountStatus }
  | { readonly kind: 'unknown'; readonly failure: OperationFailure };

/** Asks the platform, which decides the status: it may have changed since the operation was asked for. */
export async function readAccountStatus(
  reports: ReportClient,
  { operationId, account: { slug } }: OperationRequest,
): Promise<AccountStatusAnswer> {
  const answer = await reports.readOperation(operationId);
  switch (answer.kind) {
    case 'answered':
      return { kind: 'known', status: answer.operation.accountStatus };
    case 'unavailable':
      return {
        kind: 'unknown',
        failure: { kind: 'platform_unavailable', slug, detail: answer.detail },
      };
    case 'refused':
      return { kind: 'unknown', failure: { kind: 'platform_refused', slug, detail: answer.detail } };
  }
}
