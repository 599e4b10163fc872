import { describe, expect, it } from 'vitest';
import { defaultProcessesMax } from './processes-max.ts';

const gibibyte = 1024 ** 3;

describe('the number of pulumi processes at once', () => {
  it.each([
    ['is one for each processor', { processors: 4, memoryBytes: 16 * gibibyte }, 4],
    ['is two on a single processor, since they also wait', { processors: 1, memoryBytes: 4 * gibibyte }, 2],
    ['is what fits into half of a small memory', { processors: 8, memoryBytes: 2 * gibibyte }, 3],
    ['is one on a machine with very little memory', { processors: 8, memoryBytes: 0.25 * gibibyte }, 1],
    ['is bounded on a large machine', { processors: 96, memoryBytes: 512 * gibibyte }, 8],
  ])('%s', (_, machine, expected) => {
    expect(defaultProcessesMax(machine)).toBe(expected);
  });
});
