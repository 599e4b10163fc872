import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatOutcome, formatStep } from './format-operation.ts';
import { createOperationPainter } from './operation-painter.ts';
import type { ShownOperation } from './platform.ts';

type OperationStep = ShownOperation['steps'][number];

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
  version: 1,
  createdAt: at(0),
  createdBy: 'usr-1',
  updatedAt: at(0),
  updatedBy: 'usr-1',
  kind: 'provision',
  accountId: 'acc-1',
  status: 'running',
  steps,
  apiCalls: 0,
  revision: 1,
  ...rest,
});

/** A terminal that understands what erases lines and moves the cursor up, as far as it is used here. */
class Screen {
  readonly isTTY = true;
  readonly columns: number;
  writes = 0;
  #rows: string[] = [''];
  #row = 0;

  constructor(columns = 40) {
    this.columns = columns;
  }

  write(text: string): void {
    this.writes += 1;
    // The escape character as one that is seen.
    for (const [token] of text.replaceAll('\x1b', '␛').matchAll(/␛\[[?\d]*[a-zA-Z]|\n|[^␛\n]+/gu)) {
      const [, count = '', command] = /^␛\[(\d*)([A-Z])$/u.exec(token) ?? [];
      if (token === '\n') this.#row += 1;
      else if (command === 'A') this.#row -= Number(count || 1);
      else if (command === 'K') this.#rows[this.#row] = '';
      else if (!token.startsWith('␛')) this.#rows[this.#row] = (this.#rows[this.#row] ?? '') + token;
      this.#rows[this.#row] ??= '';
    }
  }

  /** What a person sees, without colours and the empty line that the cursor is on. */
  lines(): string[] {
    return this.#rows.filter((line) => line !== '');
  }
}

const matching = (pattern: RegExp) => expect.stringMatching(pattern);

describe('an operation on its way into a log', () => {
  it('is one line for each step, once it has ended', () => {
    let text = '';
    const painter = createOperationPainter({ write: (chunk) => (text += chunk) });
    painter.show(operation([running('database', 0)]));
    painter.show(operation([succeeded('database', 0, 0.31), running('worker', 0.31)]));
    painter.show(operation([succeeded('database', 0, 0.31), succeeded('worker', 0.31, 1.5)]));
    painter.close();
    expect(stripVTControlCharacters(text).split('\n')).toEqual([
      '  ✓ database           0.31 s  created',
      '  ✓ worker             1.19 s  created',
      '',
    ]);
  });

  it('shows a step again that another attempt has ended again', () => {
    let text = '';
    const painter = createOperationPainter({ write: (chunk) => (text += chunk) });
    painter.show(operation([{ ...succeeded('database', 0, 1), status: 'failed', detail: 'cut off' }]));
    painter.show(operation([succeeded('database', 2, 3)]));
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
    const screen = new Screen();
    const painter = createOperationPainter(screen, () => Date.parse(at(2)));
    painter.show(operation([running('database', 0), running('bucket', 1)]));
    expect(screen.lines()).toMatchObject([/database +2\.00 s$/, /bucket +1\.00 s$/].map(matching));
    painter.show(operation([succeeded('database', 0, 1), running('bucket', 1)]));
    expect(screen.lines()).toMatchObject([/✓ database +1\.00 s {2}created$/, /bucket/].map(matching));
    const [, before] = screen.lines();
    vi.advanceTimersByTime(100);
    const [, after] = screen.lines();
    expect(after).toMatch(/bucket/);
    expect(after).not.toBe(before);
    painter.close();
    expect(screen.lines()).toMatchObject([/✓ database/].map(matching));
    const { writes } = screen;
    vi.advanceTimersByTime(1_000);
    expect(screen.writes).toBe(writes);
  });

  it('keeps a line whole on a terminal that does not know its size', () => {
    const screen = new Screen(0);
    const painter = createOperationPainter(screen, () => Date.parse(at(2)));
    painter.show(operation([succeeded('database', 0, 1), running('bucket', 1)]));
    expect(screen.lines()).toMatchObject(
      [/✓ database +1\.00 s {2}created$/, /bucket +1\.00 s$/].map(matching),
    );
    painter.close();
  });

  it('cuts a live line at the edge of the terminal, so that it stays one line', () => {
    const screen = new Screen(20);
    const painter = createOperationPainter(screen, () => Date.parse(at(2)));
    painter.show(operation([running('a step with a rather long name', 0)]));
    expect(screen.lines()).toHaveLength(1);
    expect(screen.lines()[0]?.length).toBeLessThan(20);
    painter.close();
  });
});

describe('the words for an operation', () => {
  it('say how long, how many calls, and why not', () => {
    const times = { createdAt: at(0), updatedAt: at(3.2) };
    expect(formatOutcome(operation([], { ...times, status: 'succeeded', apiCalls: 7 }))).toBe(
      'provision succeeded in 3.20 s, 7 API calls',
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
