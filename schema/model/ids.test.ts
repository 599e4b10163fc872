import { assert, asyncProperty, constantFrom, integer, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, newId } from './ids.ts';

const prefixes = ['acc', 'op', 'cli', 'whe'];

describe('newId', () => {
  it('starts with its prefix and is valid in bucket and host names', () => {
    expect(newId('acc', Date.parse('2026-07-28T00:00:00.000Z'))).toMatch(/^acc-[0-9a-z]{26}$/);
  });

  it('is the ULID of its time and its random bytes', () => {
    expect(newId('cli', 1_469_918_176_385, new Uint8Array(16))).toBe('cli-01aryz6s410000000000000000');
    expect(newId('cli', 0, new Uint8Array(16).fill(255))).toBe('cli-0000000000zzzzzzzzzzzzzzzz');
  });

  it('sorts by time, independent of the random part', async () => {
    const random = () => uint8Array({ minLength: 16, maxLength: 16 });
    const time = () => integer({ min: 0, max: 2 ** 47 });
    await assert(
      asyncProperty(time(), time(), random(), random(), async (left, right, leftRandom, rightRandom) => {
        const [first, second] = [newId('cli', left, leftRandom), newId('cli', right, rightRandom)];
        expect(left === right || first < second === left < right).toBe(true);
      }),
    );
  });

  it('is different each time', () => {
    const ids = Array.from({ length: 1_000 }, () => newId('cli', 1_785_000_000_000));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refuses a time that a ULID cannot hold', () => {
    for (const time of [-1, 0.5, Number.NaN, 2 ** 48]) {
      expect(() => newId('cli', time)).toThrow('whole milliseconds');
    }
  });
});

describe('isId', () => {
  it('accepts every id that newId makes, with the matching prefix only', async () => {
    await assert(
      asyncProperty(
        constantFrom(...prefixes),
        constantFrom(...prefixes),
        integer({ min: 0, max: 2 ** 48 - 1 }),
        async (a, b, time) => {
          expect(isId(a, newId(b, time))).toBe(a === b);
        },
      ),
    );
  });

  it.each([
    'cli-01ARYKAZK10000000000000000',
    'cli-01arykazk1000000000000000',
    'cli-01arykazk100000000000000000',
    'cli-81arykazk10000000000000000',
    'cli-01arykazk1000000000000000u',
    'cli_01arykazk10000000000000000',
    '',
    42,
    null,
  ])('refuses %j', (value) => {
    expect(isId('cli', value)).toBe(false);
  });
});
