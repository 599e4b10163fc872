import type { Output } from '../../system/output.ts';
import { createOperationView } from './operation-view.ts';
import { isTerminal, type Operation, type PlatformClient } from './platform-client.ts';
import { RequestFailure } from './request-failure.ts';
import { watchOperation } from './watch-operation.ts';

/**
 * Shows an operation until it ends.
 *
 * @returns Its final state, failed or not.
 * @throws {RequestFailure} when it cannot be followed, or `signal` ended it.
 */
export async function followOperation(
  platform: PlatformClient,
  id: string,
  output: Output,
  signal?: AbortSignal,
): Promise<Operation> {
  const view = createOperationView(output);
  try {
    for await (const operation of watchOperation(platform, id, signal)) {
      view.show(operation);
      if (isTerminal(operation)) return operation;
    }
  } finally {
    view.close();
  }
  throw new RequestFailure(`${id} is still going on: watch it with: freehold operation watch ${id}`);
}
