import { describe, expect, it } from 'vitest';
import { toTraceparent } from '../api/traceparent.ts';
import { parseBookmark, toBookmark } from '../database/bookmark.ts';
import { prefersStrong } from '../database/consistency.ts';
import { isRefusal } from '../problems/refusal.ts';

describe('parseBookmark', () => {
  const ofD1 = '00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683';
  const sent = (bookmark: string) => new Headers({ 'x-d1-bookmark': bookmark });

  it('accepts a bookmark that toBookmark wrote for the same database', async () => {
    const bookmark = await toBookmark(ofD1, 'one');
    expect(await parseBookmark(sent(bookmark), 'one')).toBe(ofD1);
    expect(await parseBookmark(new Headers(), 'one')).toBeUndefined();
  });

  it.each(['', 'garbage', 'first-primary', ofD1, `${ofD1}.0000000000000000`, `${ofD1}.`])(
    'refuses %j and names the header',
    async (bookmark) => {
      const parsed = await parseBookmark(sent(bookmark), 'one');
      expect(isRefusal(parsed) && parsed.error).toMatchObject({
        kind: 'invalid_header',
        header: 'x-d1-bookmark',
      });
    },
  );

  it('refuses the bookmark of another database', async () => {
    expect(isRefusal(await parseBookmark(sent(await toBookmark(ofD1, 'one')), 'other'))).toBe(true);
  });

  it('refuses a bookmark that was changed', async () => {
    const later = (await toBookmark(ofD1, 'one')).replace('00000085', '00000086');
    expect(isRefusal(await parseBookmark(sent(later), 'one'))).toBe(true);
  });
});

describe('prefersStrong', () => {
  it.each([
    'consistency=strong',
    'Consistency = "strong"',
    'respond-async, consistency=strong; wait',
    'return=minimal,consistency=strong',
  ])('hears %j', (prefer) => {
    expect(prefersStrong(new Headers({ prefer }))).toBe(true);
  });

  it.each(['', 'consistency=weak', 'consistency', 'consistency=stronger', 'inconsistency=strong'])(
    'ignores %j',
    (prefer) => {
      expect(prefersStrong(new Headers({ prefer }))).toBe(false);
    },
  );
});

describe('toTraceparent', () => {
  it('continues a valid trace and starts a new one otherwise', () => {
    const sent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(toTraceparent(new Headers({ traceparent: sent }))).toBe(sent);
    for (const wrong of ['', 'x', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`]) {
      expect(toTraceparent(new Headers({ traceparent: wrong }))).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    }
  });
});
