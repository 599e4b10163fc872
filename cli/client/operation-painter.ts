import { styleText } from 'node:util';
import { durationMs, formatDuration } from '../../system/duration.ts';
import type { Output } from '../../system/output.ts';
import type { OperationStep } from '../../schema/factory/operation-messages.ts';
import type { ShownOperation } from './platform-client.ts';

const REDRAW_MS = 100;
const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const NAME_WIDTH = 16;

/** Shows an operation as it happens: one line for each step that has ended, live lines for those that run. */
export interface OperationPainter {
  show(operation: ShownOperation): void;
  /** Leaves the last state on the screen and stops redrawing. */
  close(): void;
}

/** On a terminal the running steps spin below the others; anywhere else a step is one line, once it has ended. */
export function createOperationPainter(output: Output, nowMs: () => number = Date.now): OperationPainter {
  const printed = new Set<string>();
  let running: readonly OperationStep[] = [];
  let liveLines = 0;
  let frame = 0;

  const erase = (): string => (liveLines === 0 ? '' : `\x1b[${liveLines}A\x1b[J`);
  const draw = (ended: string): void => {
    const live = output.isTTY ? running.map((step) => liveLine(step)) : [];
    const text = erase() + ended + live.join('');
    liveLines = live.length;
    if (text !== '') output.write(text);
  };
  const liveLine = (step: OperationStep): string => {
    const spent = step.startedAt ? formatDuration(Math.max(0, nowMs() - Date.parse(step.startedAt))) : '';
    const line = `  ${SPINNER[frame % SPINNER.length]} ${step.name.padEnd(NAME_WIDTH)} ${spent}`;
    // A line that wraps would be two for the terminal and one for `erase`.
    return `${line.slice(0, (output.columns || 80) - 1)}\n`;
  };
  const timer = output.isTTY
    ? setInterval(() => {
        frame += 1;
        if (running.length > 0) draw('');
      }, REDRAW_MS)
    : undefined;

  return {
    show(operation) {
      const ended = operation.steps.filter((step) => step.status !== 'running' && step.status !== 'pending');
      const fresh = ended.filter((step) => !printed.has(keyOf(step)));
      for (const step of fresh) printed.add(keyOf(step));
      running = operation.steps.filter((step) => step.status === 'running');
      draw(fresh.map((step) => `${formatStep(step)}\n`).join(''));
    },
    close() {
      clearInterval(timer);
      running = [];
      draw('');
    },
  };
}

/** A step that a later attempt does again has ended a second time. */
function keyOf({ name, status, endedAt }: OperationStep): string {
  return `${name} ${status} ${endedAt}`;
}

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

/** The closing line of an operation, with what went wrong where something did. */
export function formatOutcome(operation: ShownOperation): string {
  const spent = durationMs(operation.createdAt, operation.updatedAt);
  const time = spent === undefined ? '' : ` in ${formatDuration(spent)}`;
  const calls = `${operation.apiCalls} API call${operation.apiCalls === 1 ? '' : 's'}`;
  const outcome = `${operation.kind} ${operation.status}${time}, ${calls}`;
  return operation.reason ? `${outcome}\n${operation.reason}` : outcome;
}
