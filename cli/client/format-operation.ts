import { styleText } from 'node:util';
import type { OperationStep } from '../../schema/factory/operation-messages.ts';
import { durationMs, formatDuration } from '../../system/duration.ts';
import type { ShownOperation } from './platform.ts';

/** Width of the column with the names of steps. */
export const NAME_WIDTH = 16;

/** One line for a step, such as `  ✓ database         created        0.31 s`. */
export function formatStep(step: OperationStep): string {
  const spent = durationMs(step.startedAt, step.endedAt);
  const time = spent === undefined || step.status === 'unchanged' ? '' : formatDuration(spent);
  const [detail = '', ...more] = (step.detail ?? (step.status === 'unchanged' ? 'unchanged' : '')).split(
    '\n',
  );
  const line = `  ${markOf(step)} ${step.name.padEnd(NAME_WIDTH)} ${time.padStart(8)}  ${detail}`.trimEnd();
  return [line, ...more.map((text) => `${' '.repeat(NAME_WIDTH + 15)}${text}`)].join('\n');
}

function markOf({ status }: OperationStep): string {
  switch (status) {
    case 'succeeded':
      return styleText('green', '✓');
    case 'failed':
      return styleText('red', '✗');
    case 'unchanged':
      return '=';
    case 'running':
      return '…';
    case 'pending':
      return '·';
  }
}

/** How an operation ended, such as `provision succeeded in 3.20 s, 7 API calls`. */
export function formatResult(operation: ShownOperation): string {
  const spent = durationMs(operation.createdAt, operation.updatedAt);
  const time = spent === undefined ? '' : ` in ${formatDuration(spent)}`;
  const calls = `${operation.apiCalls} API call${operation.apiCalls === 1 ? '' : 's'}`;
  return `${operation.kind} ${operation.status}${time}, ${calls}`;
}

/** How an operation ended, and the reason of a failure on the next line. */
export function formatOutcome(operation: ShownOperation): string {
  return operation.reason ? `${formatResult(operation)}\n${operation.reason}` : formatResult(operation);
}
