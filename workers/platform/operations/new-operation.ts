import type { OperationKind } from '../../../schema/factory/operation-kinds.ts';
import { newId } from '../../../schema/model/ids.ts';
import type { Operation } from './operation-view.ts';

/**
 * Makes an operation that waits to be sent to the automation service. The row is the request: as long as it is
 * `queued` it is sent again.
 *
 * @param authorId Who asked for it.
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
