import { describe, expect, it } from 'vitest';
import { parseBookmark } from './bookmark.ts';
import { isRefusal } from './refusal.ts';
import { toTraceparent } from './traceparent.ts';

describe('parseBookmark', () => {
  it('takes what D1 gives', () => {
    const bookmark = '00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683';
    expect(parseBookmark(new Headers({ 'x-d1-bookmark': bookmark }))).toBe(bookmark);
    expect(parseBookmark(new Headers())).toBeUndefined();
  });

  it.each(['', 'garbage', 'first-primary', '00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf89168Z'])(
    'refuses %j and names the header',
    (bookmark) => {
      const parsed = parseBookmark(new Headers({ 'x-d1-bookmark': bookmark }));
      expect(isRefusal(parsed) && parsed.error).toMatchObject({
        kind: 'invalid_header',
        header: 'x-d1-bookmark',
      });
    },
  );
});

describe('toTraceparent', () => {
  it('goes on with a valid trace and begins one otherwise', () => {
    const sent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(toTraceparent(new Headers({ traceparent: sent }))).toBe(sent);
    for (const wrong of ['', 'x', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`]) {
      expect(toTraceparent(new Headers({ traceparent: wrong }))).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    }
  });
});
