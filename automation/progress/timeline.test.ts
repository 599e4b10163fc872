import { describe, expect, it } from 'vitest';
import { createTimeline } from './timeline.ts';

const at = (second: number) => Date.UTC(2026, 2, 31, 9, 30, second);
const instant = (second: number) => new Date(at(second)).toISOString();

describe('the timeline of an operation', () => {
  it('shows a step as running from its begin to its end, with both times', () => {
    const timeline = createTimeline();
    timeline.begin('database', at(1));
    expect(timeline.steps()).toEqual([
      { name: 'database', status: 'running', startedAt: instant(1), endedAt: null },
    ]);
    timeline.end('database', 'succeeded', at(3), 'created');
    expect(timeline.steps()).toEqual([
      {
        name: 'database',
        status: 'succeeded',
        startedAt: instant(1),
        endedAt: instant(3),
        detail: 'created',
      },
    ]);
  });

  it('keeps the result of an earlier attempt when a later one finds it unchanged', () => {
    const made = {
      name: 'database',
      status: 'succeeded',
      startedAt: instant(1),
      endedAt: instant(2),
    } as const;
    const timeline = createTimeline([made]);
    timeline.begin('database', at(10));
    timeline.end('database', 'unchanged', at(11));
    expect(timeline.steps()).toEqual([made]);
  });

  it('replaces a failed step by its repetition', () => {
    const timeline = createTimeline([
      { name: 'worker', status: 'failed', startedAt: instant(1), endedAt: instant(2), detail: 'no' },
    ]);
    timeline.begin('worker', at(10));
    timeline.end('worker', 'succeeded', at(11));
    expect(timeline.steps()).toEqual([
      { name: 'worker', status: 'succeeded', startedAt: instant(10), endedAt: instant(11) },
    ]);
  });

  it('fails running steps when the run is over', () => {
    const timeline = createTimeline();
    timeline.begin('database', at(1));
    timeline.begin('bucket', at(1));
    timeline.end('database', 'succeeded', at(2));
    timeline.endRunning(at(3), 'pulumi was killed');
    expect(timeline.steps().map(({ name, status, detail }) => [name, status, detail])).toEqual([
      ['database', 'succeeded', undefined],
      ['bucket', 'failed', 'pulumi was killed'],
    ]);
  });

  it('shortens names and details to the limits of the platform', () => {
    const timeline = createTimeline();
    timeline.end('n'.repeat(500), 'failed', at(1), 'd'.repeat(5_000));
    expect(timeline.steps()[0]?.name).toHaveLength(120);
    expect(timeline.steps()[0]?.detail).toHaveLength(1_000);
  });
});
