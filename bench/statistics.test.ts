import { describe, expect, it } from 'vitest';
import { summarise } from './statistics.ts';

describe('summarise', () => {
  it('returns measured values, independent of their order', () => {
    expect(summarise([5, 1, 4, 2, 3])).toEqual({ runs: 5, min: 1, p50: 3, p95: 5, p99: 5, max: 5 });
  });

  it('uses the nineteenth of twenty values as the 95th percentile', () => {
    expect(summarise(Array.from({ length: 20 }, (_, index) => index + 1)).p95).toBe(19);
  });

  it('refuses to summarise an empty series', () => {
    expect(() => summarise([])).toThrow('nothing was measured');
  });
});
