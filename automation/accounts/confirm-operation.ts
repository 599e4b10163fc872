import { isDeepStrictEqual } from 'node:util';
import type { OperationRequest, StoredOperation } from '../../schema/factory/operation-messages.ts';
import { hasEnded } from '../../schema/factory/operation-states.ts';
import type { ReportClient } from '../progress/report-client.ts';
import type { OperationFailure } from './operation-failure.ts';

/** An operation that the platform confirms, or why it must not be carried out now. */
export type Confirmation =
  | {
      readonly kind: 'confirmed';
      readonly operation: StoredOperation;
      /** The request to carry out, with the account's current data on the platform. */
      readonly request: OperationRequest;
    }
  | { readonly kind: 'unconfirmed'; readonly failure: OperationFailure };

/**
 * Asks the platform, by a signed request, whether it has requested this operation. A message in the queue is not proof:
 * any client of Restate can put one there.
 */
export async function confirmOperation(reports: ReportClient, sent: OperationRequest): Promise<Confirmation> {
  const { operationId, kind, account, input } = sent;
  const unconfirmed = (failure: OperationFailure): Confirmation => ({ kind: 'unconfirmed', failure });
  const unknown = (detail: string) => unconfirmed({ kind: 'operation_unknown', operationId, detail });
  const { slug } = account;
  const answer = await reports.readOperation(operationId);
  switch (answer.kind) {
    case 'unavailable':
      return unconfirmed({ kind: 'platform_unavailable', slug, detail: answer.detail });
    case 'refused':
      return unconfirmed({ kind: 'platform_refused', slug, detail: answer.detail });
    case 'unknown':
      return unknown('it has no operation with this id');
    case 'answered': {
      const { operation } = answer;
      if (operation.kind !== kind) return unknown(`its operation is of kind ${operation.kind}, not ${kind}`);
      if (operation.account.id !== account.id) return unknown('its operation is for another account');
      if (!isDeepStrictEqual(operation.input, input)) return unknown('its operation has other input');
      if (hasEnded(operation.status)) return unknown(`its operation has already ${operation.status}`);
      return { kind: 'confirmed', operation, request: { ...sent, account: operation.account } };
    }
  }
}
