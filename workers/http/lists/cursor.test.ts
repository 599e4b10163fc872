import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../problems/refusal.ts';
import { parseCursor, toCursor } from './cursor.ts';

const query = ['acc-1', 'clients', [[['status', 'eq', ['active']]], 'updatedAt', true]];

describe('a cursor', () => {
  it('decodes to the position that it was made from', async () => {
    const values = fc.oneof(fc.string({ maxLength: 100 }), fc.integer());
    await fc.assert(
      fc.asyncProperty(values, fc.string({ maxLength: 40 }), async (value, id) => {
        expect(await parseCursor(await toCursor({ value, id }, query), query)).toEqual({ value, id });
      }),
      { numRuns: 50 },
    );
  });

  it.each(['"', '\\', '語'])('round-trips the longest names, made of %s', async (letter) => {
    // As `list-statement.ts` makes it of contact companies sorted by `kind,name`.
    const value = JSON.stringify([letter.repeat(60), letter.repeat(160)]);
    const position = { value, id: 'cmp-01kdw5h80c0000000000000001' };
    expect(await parseCursor(await toCursor(position, query), query)).toEqual(position);
  });

  it('is valid only for its own list', async () => {
    const cursor = await toCursor({ value: 'Holloway', id: 'cli-1' }, query);
    const others = [
      ['acc-2', ...query.slice(1)],
      ['acc-1', 'cases', query[2]],
      ['acc-1', 'clients', [[], 'updatedAt', true]],
    ];
    for (const other of others) expect(isRefusal(await parseCursor(cursor, other))).toBe(true);
  });

  it('is refused when a single character differs', async () => {
    const cursor = await toCursor({ value: 7, id: 'cli-1' }, query);
    for (let index = 0; index < cursor.length; index++) {
      const other = cursor[index] === 'A' ? 'B' : 'A';
      const forged = cursor.slice(0, index) + other + cursor.slice(index + 1);
      expect(isRefusal(await parseCursor(forged, query)), forged).toBe(true);
    }
  });

  it.each(['', '{}', '!!!', 'W10', btoa('[null,null]'), 'A'.repeat(5000)])(
    'is refused as %j',
    async (text) => {
      expect(isRefusal(await parseCursor(text, query))).toBe(true);
    },
  );
});
