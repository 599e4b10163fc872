import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOperationPainter, formatOutcome, formatStep } from './operation-painter.ts';
import type { OperationStep } from '../../schema/factory/operation-messages.ts';
import type { ShownOperation } from './platform-client.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, 0) + seconds * 1000).toISOString();
const succeeded = (name: string, from: number, to: number): OperationStep => ({
  name,
  status: 'succeeded',
  startedAt: at(from),
  endedAt: at(to),
  detail: 'created',
});
const running = (name: string, from: number): OperationStep => ({
  name,
  status: 'running',
  startedAt: at(from),
  endedAt: null,
});
const operation = (steps: OperationStep[], rest: Partial<ShownOperation> = {}): ShownOperation => ({
  id: 'op-1',
  kind: 'provision',
  accountId: 'acc-1',
  status: 'running',
  steps,
  apiCalls: 0,
  ...rest,
});

describe('an operation on its way into a log', () => {
  it('is one line for each step, once it has ended', () => {
    let text = '';
    const view = createOperationPainter({ write: (chunk) => (text += chunk) });
    view.show(operation([running('database', 0)]));
    view.show(operation([succeeded('database', 0, 0.31), running('worker', 0.31)]));
    view.show(operation([succeeded('database', 0, 0.31), succeeded('worker', 0.31, 1.5)]));
    view.close();
    expect(stripVTControlCharacters(text).split('\n')).toEqual([
      '  ✓ database           0.31 s  created',
      '  ✓ worker             1.19 s  created',
      '',
    ]);
  });

  it('shows a step again that another attempt has ended again', () => {
    let text = '';
    const view = createOperationPainter({ write: (chunk) => (text += chunk) });
    view.show(operation([{ ...succeeded('database', 0, 1), status: 'failed', detail: 'cut off' }]));
    view.show(operation([succeeded('database', 2, 3)]));
    expect(stripVTControlCharacters(text)).toMatch(/✗ database .*cut off\n {2}✓ database .*created\n/);
  });
});

describe('an operation on a terminal', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps what has ended and redraws what runs below it', () => {
    const writes: string[] = [];
    const terminal = { isTTY: true, columns: 40, write: (chunk: string) => writes.push(chunk) };
    const view = createOperationPainter(terminal, () => Date.parse(at(2)));
    const lastWrite = () => (writes.at(-1) ?? '').replaceAll('\x1b', 'ESC');
    view.show(operation([running('database', 0), running('bucket', 1)]));
    expect(stripVTControlCharacters(writes.at(-1) ?? '')).toMatch(/database +2\.00 s\n.*bucket +1\.00 s\n$/);
    view.show(operation([succeeded('database', 0, 1), running('bucket', 1)]));
    expect(lastWrite()).toMatch(/^ESC\[2AESC\[J.*✓.* database/);
    vi.advanceTimersByTime(100);
    expect(lastWrite()).toMatch(/^ESC\[1AESC\[J {2}. bucket/);
    view.close();
    expect(lastWrite()).toBe('ESC[1AESC[J');
    const before = writes.length;
    vi.advanceTimersByTime(1_000);
    expect(writes).toHaveLength(before);
  });

  it('cuts a live line at the edge of the terminal, so that it stays one line', () => {
    let text = '';
    const terminal = { isTTY: true, columns: 20, write: (chunk: string) => (text += chunk) };
    const view = createOperationPainter(terminal, () => Date.parse(at(2)));
    view.show(operation([running('a step with a rather long name', 0)]));
    view.close();
    for (const line of stripVTControlCharacters(text).split('\n')) expect(line.length).toBeLessThan(20);
  });
});

describe('the words for an operation', () => {
  it('say how long, how many calls, and why not', () => {
    const times = { createdAt: at(0), updatedAt: at(3.2) };
    expect(formatOutcome(operation([], { ...times, status: 'succeeded', apiCalls: 6 }))).toBe(
      'provision succeeded in 3.20 s, 6 API calls',
    );
    expect(
      formatOutcome(operation([], { ...times, status: 'failed', apiCalls: 1, reason: 'no such table: x' })),
    ).toBe('provision failed in 3.20 s, 1 API call\nno such table: x');
  });

  it('indent the further lines of a long detail', () => {
    const step = { ...succeeded('migrations', 0, 1), status: 'failed', detail: 'one\ntwo' } as const;
    const [first = '', second = ''] = stripVTControlCharacters(formatStep(step)).split('\n');
    expect(second.indexOf('two')).toBe(first.indexOf('one'));
  });
});
