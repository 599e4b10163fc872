import { Writable } from 'node:stream';
import { createLogUpdate } from 'log-update';
import type { OperationStep } from '../../schema/factory/operation-messages.ts';
import { formatDuration } from '../../system/duration.ts';
import type { Output } from '../../system/output.ts';
import { formatStep, NAME_WIDTH } from './format-operation.ts';
import type { ShownOperation } from './platform.ts';

const REDRAW_MS = 100;
const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Paints an operation as it happens: one line for each step that has ended, live lines for those that run. */
export interface OperationPainter {
  show(operation: ShownOperation): void;
  /** Leaves the steps that have ended on the screen and stops redrawing. */
  close(): void;
}

/** On a terminal the running steps spin below the others; anywhere else a step is one line, once it has ended. */
export function createOperationPainter(output: Output, nowMs: () => number = Date.now): OperationPainter {
  const screen = output.isTTY ? liveScreen(output, nowMs) : plainLines(output);
  const printed = new Set<string>();
  return {
    show({ steps }) {
      const ended = steps.filter(({ status }) => status !== 'running' && status !== 'pending');
      const fresh = ended.filter((step) => !printed.has(keyOf(step)));
      for (const step of fresh) printed.add(keyOf(step));
      screen.draw(
        fresh.map(formatStep),
        steps.filter(({ status }) => status === 'running'),
      );
    },
    close: () => screen.close(),
  };
}

/** A step that a later attempt repeats ends a second time. */
function keyOf({ name, status, endedAt }: OperationStep): string {
  return `${name} ${status} ${endedAt}`;
}

interface Screen {
  draw(ended: readonly string[], running: readonly OperationStep[]): void;
  close(): void;
}

function plainLines(output: Output): Screen {
  return {
    draw(ended) {
      for (const line of ended) output.write(`${line}\n`);
    },
    close: () => {},
  };
}

function liveScreen(output: Output, nowMs: () => number): Screen {
  const live = createLogUpdate(toTerminal(output), { showCursor: true });
  let running: readonly OperationStep[] = [];
  let frame = 0;
  const toLine = (step: OperationStep): string => {
    const spent = step.startedAt ? formatDuration(Math.max(0, nowMs() - Date.parse(step.startedAt))) : '';
    const line = `  ${SPINNER[frame % SPINNER.length]} ${step.name.padEnd(NAME_WIDTH)} ${spent}`;
    return line.slice(0, columnsOf(output) - 1);
  };
  const redraw = (): void => {
    if (running.length === 0) live.clear();
    else live(running.map(toLine).join('\n'));
  };
  const timer = setInterval(() => {
    frame += 1;
    if (running.length > 0) redraw();
  }, REDRAW_MS);
  return {
    draw(ended, steps) {
      if (ended.length > 0) live.persist(ended.join('\n'));
      running = steps;
      redraw();
    },
    close() {
      clearInterval(timer);
      live.clear();
    },
  };
}

/** The stream that log-update needs. */
function toTerminal(output: Output): NodeJS.WritableStream {
  const stream = new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      output.write(String(text));
      done();
    },
  });
  return Object.defineProperties(stream, {
    isTTY: { value: true },
    columns: { get: () => columnsOf(output) },
    rows: { get: () => output.rows || 24 },
  });
}

/** A terminal of unknown size reports 0 columns, such as one of Docker. */
function columnsOf({ columns }: Output): number {
  return columns || 80;
}
