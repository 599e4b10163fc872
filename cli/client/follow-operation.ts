import type { PlatformClient } from '../../clients/typescript/client.ts';
import { hasEnded } from '../../schema/factory/operation-states.ts';
import type { Output } from '../../system/output.ts';
import { CommandFailure } from '../command-failure.ts';
import { createOperationPainter } from './operation-painter.ts';
import type { ShownOperation } from './platform.ts';
import { watchOperation } from './watch-operation.ts';

/**
 * Shows an operation until it ends.
 *
 * @returns Its final state, failed or not.
 * @throws what `watchOperation` throws, and {CommandFailure} when `signal` ended it.
 */
export async function followOperation(
  platform: PlatformClient,
  id: string,
  output: Output,
  signal?: AbortSignal,
): Promise<ShownOperation> {
  const painter = createOperationPainter(output);
  try {
    for await (const operation of watchOperation(platform, id, signal)) {
      painter.show(operation);
      if (hasEnded(operation.status)) return operation;
    }
  } finally {
    painter.close();
  }
  throw new CommandFailure(`${id} is still going on: watch it with: freehold operation watch ${id}`);
}
