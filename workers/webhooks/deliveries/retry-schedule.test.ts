import { describe, expect, it } from 'vitest';
import { MESSAGE_LIFETIME_MS, pauseMs, retryDelayMs } from './retry-schedule.ts';

const HOUR_MS = 3_600_000;

/** The delays of all attempts of one message. */
function delays(random: number): readonly number[] {
  const all: number[] = [];
  for (let attempts = 1; ; attempts++) {
    const delayMs = retryDelayMs(attempts, 0, random);
    if (delayMs === undefined) return all;
    all.push(delayMs);
  }
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('retries', () => {
  it('continue for three days with growing delays, and end before the message expires', () => {
    expect(delays(0.5)).toHaveLength(12);
    expect(delays(0.5)).toEqual([...delays(0.5)].sort((left, right) => left - right));
    expect(total(delays(0.5)) / HOUR_MS).toBeCloseTo(71.7, 1);
    expect(total(delays(1)) - (delays(1).at(-1) ?? 0)).toBeLessThan(MESSAGE_LIFETIME_MS);
  });

  it('spread by a fifth to either side, so that many messages do not come back at one moment', () => {
    expect(retryDelayMs(1, 0, 0)).toBe(4_000);
    expect(retryDelayMs(1, 0, 1)).toBe(6_000);
  });

  it('wait as long as the receiver asks, up to an hour', () => {
    expect(retryDelayMs(1, 60_000, 0.5)).toBe(60_000);
    expect(retryDelayMs(1, 1e12, 0.5)).toBe(HOUR_MS);
    expect(retryDelayMs(1, Number.POSITIVE_INFINITY, 0.5)).toBe(HOUR_MS);
  });

  it('pause an endpoint that keeps failing, for longer each time, up to a quarter of an hour', () => {
    expect(pauseMs(4, 0.5)).toBe(0);
    expect(pauseMs(5, 0.5)).toBe(10_000);
    expect(pauseMs(7, 0.5)).toBe(40_000);
    expect(pauseMs(1_000, 0.5)).toBe(HOUR_MS / 4);
  });
});
