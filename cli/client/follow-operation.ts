import type { PlatformClient } from '../../clients/typescript/client.ts';
import { hasEnded } from '../../schema/factory/operation-states.ts';
import type { Output } from '../../system/output.ts';
import { Interrupted } from '../command-failure.ts';
import { createOperationPainter } from './operation-painter.ts';
import type { ShownOperation } from './platform.ts';
import { watchOperation } from './watch-operation.ts';

/** How long an operation may wait for the service before a person is told, in milliseconds. */
const patienceDefaultMs = 3_000;

/**
 * Shows an operation until it ends. Says so when the automation service does not begin it.
 *
 * @param patienceMs Default 3 000.
 * @returns Its final state, failed or not.
 * @throws what `watchOperation` throws, and {Interrupted} when `signal` ended it.
 */
export async function followOperation(
  platform: PlatformClient,
  id: string,
  output: Output,
  signal?: AbortSignal,
  patienceMs = patienceDefaultMs,
): Promise<ShownOperation> {
  const painter = createOperationPainter(output);
  const impatience = setTimeout(() => output.write(waiting), patienceMs);
  try {
    for await (const operation of watchOperation(platform, id, signal)) {
      if (operation.status !== 'queued') clearTimeout(impatience);
      painter.show(operation);
      if (hasEnded(operation.status)) return operation;
    }
  } finally {
    clearTimeout(impatience);
    painter.close();
  }
  throw new Interrupted(
    `${id} goes on, only the watching has ended. Watch it again with: freehold operation watch ${id}`,
  );
}

const waiting =
  '  accepted; waiting for the automation service, which has not begun yet. freehold doctor says whether it is running.\n';
