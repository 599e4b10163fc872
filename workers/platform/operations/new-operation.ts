import type { OperationKind } from '../../../schema/factory/operation-kinds.ts';
import { newId } from '../../../schema/model/ids.ts';
import type { Operation } from './operation-view.ts';

/**
 * Makes an operation that waits to be sent to the automation service. Its row is the outbox: it is sent again as long
 * as it is `queued`.
 *
 * @param authorId `sub` of the requester.
 */
export function newOperation(
  kind: OperationKind,
  accountId: string,
  input: Operation['input'],
  authorId: string,
  nowMs: number,
): Operation {
  const instant = new Date(nowMs).toISOString();
  return {
    id: newId('op', nowMs),
    kind,
    accountId,
    input,
    status: 'queued',
    steps: [],
    apiCalls: 0,
    revision: 0,
    createdAt: instant,
    createdBy: authorId,
    updatedAt: instant,
    updatedBy: authorId,
    version: 1,
  };
}
